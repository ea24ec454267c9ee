import { Hono } from 'hono';
import { type Desk, pairs } from '../desk/index.ts';

/** The pages and the API over an open register. */
export function createApp(desk: Desk): Hono {
  const app = new Hono();
  app.get('/api/v1/pairs', async (context) => context.json(await pairs(desk)));
  return app;
}
