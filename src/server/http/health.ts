import type { App } from './env.ts';

/** Tells whoever watches over the server that it answers, and nothing else. */
export function addHealth(app: App): void {
  app.get('/health', (context) => context.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }));
}
