import fc from 'fast-check';

/** The part of JSON Schema that the OpenAPI document is written in. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}

type Values = fc.Arbitrary<unknown>;

/** Values that fit a schema; `texts` are those to choose from where a schema says no more than that it is a text. Throws where a schema uses what is not known here. */
export function valuesOf(schema: JsonSchema, texts: fc.Arbitrary<string>): Values {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => valuesOf(one, texts)));
  if (schema.type === undefined) return fc.jsonValue();
  if (typeof schema.type !== 'string')
    return fc.oneof(...schema.type.map((type) => valuesOf({ ...schema, type }, texts)));
  const make = VALUES_OF_TYPE[schema.type];
  if (make === undefined) throw new Error(`no values are known of the type ${schema.type}`);
  return make(schema, texts);
}

const VALUES_OF_TYPE: Readonly<Record<string, (schema: JsonSchema, texts: fc.Arbitrary<string>) => Values>> = {
  string: textsOf,
  integer: ({ minimum = -1000, maximum = 1000 }) => fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }),
  number: ({ minimum = -1000, maximum = 1000 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: listsOf,
  object: objectsOf,
};

function textsOf({ pattern, minLength = 0, maxLength = 100_000 }: JsonSchema, texts: fc.Arbitrary<string>): Values {
  const fits = ({ length }: string): boolean => length >= minLength && length <= maxLength;
  return (pattern === undefined ? texts : fc.stringMatching(new RegExp(pattern))).filter(fits);
}

function listsOf(
  { items = {}, prefixItems, minItems = 0, maxItems = 4 }: JsonSchema,
  texts: fc.Arbitrary<string>,
): Values {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => valuesOf(one, texts)));
  return fc.array(valuesOf(items, texts), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 4)),
  });
}

function objectsOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  texts: fc.Arbitrary<string>,
): Values {
  const named = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valuesOf(one, texts)])),
    { requiredKeys: [...required] },
  );
  if (additionalProperties === undefined || additionalProperties === false) return named;
  const others = additionalProperties === true ? fc.jsonValue() : valuesOf(additionalProperties, texts);
  return fc
    .tuple(fc.dictionary(fc.string({ maxLength: 12 }), others, { maxKeys: 3 }), named)
    .map(([more, own]) => ({ ...more, ...own }));
}

/** A value that is wrong in one place: a part of it is left out, or is of another kind. */
export function almost(values: Values, odd: Values): Values {
  return fc.tuple(values, fc.nat(), odd, fc.boolean()).map(([value, place, other, leaveOut]) => {
    if (typeof value !== 'object' || value === null) return other;
    const entries = Object.entries(value);
    const at = place % (entries.length + 1);
    const changed = entries.flatMap(([name, part], index) =>
      index !== at ? [[name, part]] : leaveOut ? [] : [[name, other]],
    );
    const all = at === entries.length ? [...changed, ['surplus', other]] : changed;
    return Array.isArray(value) ? all.map(([, part]) => part) : Object.fromEntries(all);
  });
}
