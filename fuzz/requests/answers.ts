import type { z } from 'zod';
import { holdsHostileMarkup } from '../hostile.ts';
import type { Call } from './calls.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** Where it leads; '' where it does not. */
  readonly location: string;
  readonly text: string;
  readonly milliseconds: number;
}

/** An answer that takes longer is a fault. */
const LONGEST = 30_000;

/** Sends a request as it is; redirects are not followed. */
export async function send(origin: string, { method, address, type, body }: Call, cookie?: string): Promise<Answer> {
  const begin = performance.now();
  const answer = await fetch(`${origin}${address}`, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: {
      origin,
      ...(cookie === undefined ? {} : { cookie }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    location: answer.headers.get('location') ?? '',
    text,
    milliseconds: performance.now() - begin,
  };
}

/** What an operation's document says of its answers. */
export interface Documented {
  /** The schema of the answer of each status that is listed. */
  readonly bodies: ReadonlyMap<number, z.ZodType>;
  /** The schema of every other answer. */
  readonly problem: z.ZodType;
}

/** What is wrong with an answer of the API; undefined where it is as documented. */
export function faultOfApi({ bodies, problem }: Documented, answer: Answer): string | undefined {
  const { status, type, text, milliseconds } = answer;
  if (status >= 500) return `${status}: ${text.slice(0, 200)}`;
  if (milliseconds > LONGEST) return `took ${Math.round(milliseconds)} ms`;
  const body = bodies.get(status);
  if (body === undefined && (status < 400 || type !== 'application/problem+json'))
    return `${status} of the type ${type}, which is not documented`;
  const parsed = (body ?? problem).safeParse(jsonIn(text));
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return `${status} does not fit its schema at ${issue?.path.join('.')}: ${issue?.message}`;
}

/** What is wrong with an answer of a page, a form or a file. */
export function faultOfPage({ status, type, text, milliseconds }: Answer): string | undefined {
  if (status >= 500) return String(status);
  if (milliseconds > LONGEST) return `took ${Math.round(milliseconds)} ms`;
  if (!type.startsWith('text/html')) return undefined;
  if (holdsHostileMarkup(text)) return 'hostile markup stands in the page as markup';
  return /<h1[\s>]/.test(text) ? undefined : `${status} is a page without a heading`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
