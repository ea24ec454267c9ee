import { createMiddleware } from 'hono/factory';
import type { Desk, Previewer } from '../../desk/index.ts';
import type { Env } from './env.ts';

/** Gives each request the desk that it works with. */
export function deskOfRequest(desk: Desk) {
  return createMiddleware<Env>(async (context, next) => {
    context.set('desk', desk);
    await next();
  });
}

/** Gives each request what reads the texts that are not filed. */
export function previewerOfRequest(previewer: Pick<Previewer, 'preview'>) {
  return createMiddleware<Env>(async (context, next) => {
    context.set('previewer', previewer);
    await next();
  });
}
