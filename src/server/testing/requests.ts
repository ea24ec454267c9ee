import type { App } from '../http/env.ts';
import { uploadedDocuments } from '../http/uploads.ts';

/** What stands for the parameters of routes, by the segment before the parameter: `documents/:id`. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/** A route of the app that answers requests of its own: not what every request passes through. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route of the app, each once. */
export function routesOf(app: App): readonly Route[] {
  const own = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path }));
  return [...new Map(own.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

/** The addresses of a route: each value of each parameter with each of the others. Throws where a parameter has no values. */
export function addressesOf(pattern: string, values: Parameters): string[] {
  let addresses = [''];
  const segments = pattern.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const some = valuesOf(segment, segments[index - 1] ?? '', values, pattern);
    addresses = addresses.flatMap((address) => some.map((value) => address + value));
  }
  return addresses;
}

function valuesOf(segment: string, before: string, values: Parameters, pattern: string): string[] {
  if (!segment.startsWith(':')) return [`/${segment}`];
  const given = values[`${before}/${segment}`];
  if (given === undefined || given.length === 0)
    throw new Error(`say in the test what stands for ${before}/${segment} of ${pattern}`);
  const own = given.map((value) => `/${encodeURIComponent(value)}`);
  return segment.endsWith('?') ? ['', ...own] : own;
}

/** An answer as words: its status, its headers and its text, that of Word and PDF files too; without the time at which it was made. */
export async function wordsOf(answer: Response): Promise<string> {
  const isFile = /officedocument|pdf/.test(answer.headers.get('content-type') ?? '');
  // A file has the time in it, and so has what is told of its bytes.
  const head = [...answer.headers]
    .filter(([name]) => !(isFile && name === 'etag'))
    .map(([name, value]) => `${name}: ${value}`);
  const body = isFile ? await textOf(answer) : await answer.text();
  return [answer.status, ...head, '', body].join('\n').replaceAll(/\d{4}-\d\d-\d\dT\d\d(?::|%3A)[\d.:%A-F]+Z/g, 'TIME');
}

async function textOf(answer: Response): Promise<string> {
  const texts: string[] = [];
  for await (const item of uploadedDocuments([new File([await answer.arrayBuffer()], 'answer')]))
    texts.push(item.kind === 'document' ? JSON.stringify(item.document) : item.error.message);
  return texts.join('\n');
}
