import { createMiddleware } from 'hono/factory';
import { countStale, type Refresher } from '../../desk/index.ts';
import type { Env, PageContext } from './env.ts';

/** What is asked to bring standings up to date. */
export type Refreshing = Pick<Refresher, 'soon'>;

/** Whoever changes something has the standings follow soon after. */
export function refreshingAfterChanges(refresher: Refreshing) {
  return createMiddleware<Env>(async (context, next) => {
    context.set('refresher', refresher);
    await next();
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') refresher.soon();
  });
}

/** How many pairs are still being worked on, so that what a page shows of them may be behind; it sees to it that they are worked on. */
export async function staleFor(context: PageContext): Promise<number> {
  const stale = await countStale(context.var.desk);
  if (stale > 0) context.var.refresher.soon();
  return stale;
}
