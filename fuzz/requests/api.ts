import { z } from 'zod';
import type { Site } from '../site.ts';
import { type Documented, faultOfApi, send } from './answers.ts';
import { callsOf, type Operation } from './calls.ts';
import type { JsonSchema } from './schema-values.ts';
import type { Target } from './targets.ts';

const Described = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: z.looseObject({}) })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })).optional() }),
  ),
});
const OpenApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), Described)),
  components: z.looseObject({}).optional(),
});

/** Every operation of the OpenAPI document that a site serves. */
export async function apiTargets({ origin, known }: Site, cookie: string | undefined): Promise<Target[]> {
  const { paths } = OpenApi.parse(
    JSON.parse((await send(origin, { method: 'get', address: '/api/v1/openapi.json' }, cookie)).text),
  );
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, described]): Target => {
      const operation = operationOf(method, path, described);
      const documented = documentedIn(described);
      return {
        name: `${method.toUpperCase()} /api/v1${path}`,
        calls: callsOf(operation, known),
        faultOf: (answer) => faultOfApi(documented, answer),
      };
    }),
  );
}

function operationOf(method: string, path: string, { parameters, requestBody }: z.infer<typeof Described>): Operation {
  return { method, path, parameters, body: requestBody?.content['application/json']?.schema as JsonSchema | undefined };
}

function documentedIn({ responses }: z.infer<typeof Described>): Documented {
  const schemas = Object.entries(responses).map(([status, { content = {} }]) => {
    const [body] = Object.values(content);
    return [status, body === undefined ? z.unknown() : z.fromJSONSchema(body.schema)] as const;
  });
  const listed = schemas.filter(([status]) => status !== 'default');
  return {
    bodies: new Map(listed.map(([status, schema]) => [Number(status), schema])),
    problem: schemas.find(([status]) => status === 'default')?.[1] ?? z.never(),
  };
}
