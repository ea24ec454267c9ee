import { z } from 'zod';
import { type ApiRoute, ROUTES } from './routes.ts';
import { Problem } from './schemas.ts';

/** The OpenAPI document of the routes: what is in it follows from the schemas that the routes are made with. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of ROUTES) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Readout',
      version: '1',
      description:
        'What official texts say of talks between states: meetings, commitments and what became of them, documents signed. ' +
        'The id of a finding, DOCUMENT#c120-168, is written DOCUMENT~c120-168 in a path.',
    },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'a token of an account' },
        password: { type: 'http', scheme: 'basic', description: 'any name, and a token as the password' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'the log-in of a browser' },
      },
    },
    paths,
  };
}

function operation({ id, summary, scope, path, query, body, response }: ApiRoute) {
  return {
    operationId: id,
    summary,
    // The empty one: a register without accounts asks nobody who they are.
    security: [{}, { token: [scope] }, { password: [scope] }, { session: [scope] }],
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body, 'input') } }),
    responses: {
      200: { description: summary, content: json(response) },
      default: {
        description: 'What is wrong, the value that is, and what to do (RFC 9457)',
        content: { 'application/problem+json': { schema: schemaOf(Problem) } },
      },
    },
  };
}

function json(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io });
  return rest;
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject | undefined) {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !z.safeParse(z.object({ it: schema }), {}).success,
    explode: false,
    schema: schemaOf(z.object({ it: schema }), 'input').properties?.it ?? {},
  }));
}
