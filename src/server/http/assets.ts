import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './env.ts';

const FOLDER = join(import.meta.dirname, '..', 'assets');
const STYLES = join(FOLDER, 'styles');

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly version: string;
}

let assets: ReadonlyMap<string, Asset> | undefined;

/** Every script and image, and the style sheet, read once. */
function allAssets(): ReadonlyMap<string, Asset> {
  assets ??= new Map(
    filesIn(FOLDER)
      .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const)
      .concat([['readout.css', styleSheet()]])
      .map(([name, body]) => [name, assetOf(name, body)]),
  );
  return assets;
}

function assetOf(name: string, body: string): Asset {
  const version = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { body, version, type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain' };
}

/** The parts of the style sheet in the order of their numbers: what comes later wins. */
function styleSheet(): string {
  return filesIn(STYLES)
    .sort()
    .map((name) => readFileSync(join(STYLES, name), 'utf8'))
    .join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

/** The address of an asset; it changes with the content, so that browsers may keep it for ever. */
export function assetAddress(name: string): string {
  return `/assets/${name}?v=${allAssets().get(name)?.version ?? ''}`;
}

export function addAssets(app: App): void {
  // Asked for by browsers that show a feed or a file, which names no icon.
  app.get('/favicon.ico', (context) => context.redirect(assetAddress('icon.svg'), 302));
  app.get('/assets/:name', (context) => {
    const asset = allAssets().get(context.req.param('name'));
    if (asset === undefined) return context.notFound();
    return context.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
}
