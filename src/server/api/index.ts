import type { z } from 'zod';

import { ReadoutError } from '../../model/index.ts';
import type { App, PageContext } from '../http/env.ts';
import { requirePermission } from '../http/permissions.ts';
import { openApiDocument } from './openapi.ts';
import { apiPath, ROUTES } from './routes.ts';

const BASE = '/api/v1';

/** The API: the routes of the table, and the document that describes them. */
export function addApi(app: App): void {
  let document: string | undefined;
  app.get(`${BASE}/openapi.json`, (context) => {
    document ??= JSON.stringify(openApiDocument());
    return context.body(document, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' });
  });
  app.get(BASE, (context) => context.redirect(`${BASE}/openapi.json`));
  for (const { method, path, body, scopeOfBody, answer } of ROUTES)
    app[method](apiPath(path), async (context) => {
      const query = new URL(context.req.url).searchParams;
      const sent = body === undefined ? undefined : await bodyOf(context, body);
      if (scopeOfBody !== undefined) requirePermission(context, scopeOfBody(sent));
      const { desk, previewer } = context.var;
      const answered = await answer(desk, { params: context.req.param(), query, body: sent, previewer });
      context.header('cache-control', 'private, no-cache');
      return context.body(JSON.stringify(answered), 200, { 'content-type': 'application/json' });
    });
}

async function bodyOf(context: PageContext, schema: z.ZodType): Promise<unknown> {
  const text = await context.req.text();
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new ReadoutError('bad-input', 'a body that does not fit:', text.slice(0, 80), faults);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReadoutError('bad-json', 'not JSON:', text.slice(0, 80), 'send a JSON object', { cause });
  }
}
