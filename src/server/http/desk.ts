import { createMiddleware } from 'hono/factory';
import type { Desk } from '../../desk/index.ts';
import type { Env } from './env.ts';

/** Gives each request the desk that it works with. */
export function deskOfRequest(desk: Desk) {
  return createMiddleware<Env>(async (context, next) => {
    context.set('desk', desk);
    await next();
  });
}
