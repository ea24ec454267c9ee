import { createMiddleware } from 'hono/factory';
import { ReadoutError } from '../../model/index.ts';
import type { Env } from './env.ts';

/** The names by which programs of this machine reach it. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Answers only requests to one of the names. A page of another site can have its name lead to this machine (DNS rebinding); the name that
 * it asks for then is still its own.
 */
export function onlyFor(hosts: readonly string[]) {
  return createMiddleware<Env>(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (!hosts.includes(hostname))
      throw new ReadoutError('forbidden', 'this register does not answer to the name', hostname, `ask for ${hosts[0]}`);
    await next();
  });
}
