import fc from 'fast-check';
import { z } from 'zod';
import { PAYLOADS } from '../../src/desk/index.ts';
import { HOSTILE_TEXTS, hostileText } from '../hostile.ts';
import type { Known } from '../site.ts';
import { almost, type JsonSchema, valuesOf } from './schema-values.ts';

/** One request. */
export interface Call {
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  readonly type?: string;
  readonly body?: string;
}

/** An operation of an OpenAPI document, as far as requests need it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly body: JsonSchema | undefined;
}

/** Requests of an operation: such as the document allows, such as it nearly allows, and such as nobody should send. */
export function callsOf({ method, path, parameters, body }: Operation, known: Known): fc.Arbitrary<Call> {
  const texts = textsKnown(known);
  const inPath = parameters
    .filter((one) => one.in === 'path')
    .map(({ name }) => [name, placesIn(path, name, known)] as const);
  const inQuery = parameters.filter((one) => one.in === 'query');
  const fields = inQuery.map(({ name, schema }) => [name, mixed(valuesOf(schema, texts))] as const);
  return fc
    .tuple(
      fc.record(Object.fromEntries(inPath)),
      fc.record(Object.fromEntries(fields), { requiredKeys: [] }),
      body === undefined ? fc.constant(undefined) : bodies(body, texts),
    )
    .map(([places, query, sent]) => ({
      method,
      address: `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name) => escaped(String(places[name])))}${queryString(query)}`,
      ...(sent === undefined ? {} : { body: sent, type: 'application/json' }),
    }));
}

/** Mostly what fits, now and then what does not. */
function mixed(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: values }, { weight: 1, arbitrary: hostileText });
}

/** The ids of what the register holds, names of actors and words of texts, and hostile texts. */
function textsKnown(known: Known): fc.Arbitrary<string> {
  const findings = [...known.commitments, ...known.meetings];
  return fc.oneof(
    fc.constantFrom(...known.documents),
    fc.constantFrom(...findings),
    fc.constantFrom(
      'KAZ',
      'KGZ',
      'KAZ/president',
      'eaeu',
      'border crossing',
      '"Supreme Council"',
      'чек ара',
      'en',
      'ru',
    ),
    hostileText,
  );
}

/** What may stand at a place of a path. */
function placesIn(path: string, name: string, known: Known): fc.Arbitrary<string> {
  const lists = new Map<string, readonly string[]>(Object.entries(known));
  const collection = name === 'pair' ? 'pairs' : (path.split('/')[1] ?? '');
  const fitting = (lists.get(collection) ?? known.documents).map((id) => id.replace('#', '~'));
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: hostileText });
}

/** Bodies as JSON: fitting, almost fitting, of any kind, and no JSON at all. */
function bodies(schema: JsonSchema, texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const fitting = valuesOf(withPayloads(schema), texts);
  const any = fc.anything({ withNullPrototype: false });
  return fc.oneof(
    { weight: 6, arbitrary: fitting.map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: almost(fitting, fc.oneof(fc.jsonValue(), hostileText)).map((value) => jsonOf(value)) },
    { weight: 1, arbitrary: any.map(jsonOf) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '[]', 'null', '{"a":1e999}', '{"__proto__":{}}', ...HOSTILE_TEXTS),
    },
  );
}

/** The kinds of decisions, each with its payload, in the place of a payload of which nothing is said. */
function withPayloads(schema: JsonSchema): JsonSchema {
  const { properties } = schema;
  if (properties?.payload === undefined || properties.kind === undefined) return schema;
  const kinds = Object.entries(PAYLOADS).map(([kind, payload]) => ({
    ...schema,
    properties: { ...properties, kind: { const: kind }, payload: z.toJSONSchema(payload) as JsonSchema },
    required: [...(schema.required ?? []), 'payload'],
  }));
  return { anyOf: [...kinds, schema] };
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '{'; // what JSON cannot say, such as a bigint
  }
}

/** A place of a path; lone surrogates cannot be written in an address. */
export function escaped(place: string): string {
  const escapedPlace = encodeURIComponent(place.toWellFormed());
  // "." and ".." would be resolved before they are sent.
  return /^\.+$/.test(escapedPlace) ? escapedPlace.replaceAll('.', '%2E') : escapedPlace;
}

function queryString(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).map(
    ([name, value]) =>
      `${name}=${[value]
        .flat()
        .map((one) => encodeURIComponent(String(one).toWellFormed()))
        .join(',')}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
