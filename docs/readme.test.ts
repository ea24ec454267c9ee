import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const README = textOf('README.md');
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(textOf('package.json')).scripts;

describe('README.md', () => {
  test.each([...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? ''))('leads to %s', (path) => {
    expect(() => statSync(new URL(path, ROOT))).not.toThrow();
  });

  test.each([...README.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)].map(([, words, path]) => [path ?? '', words ?? '']))(
    'shows %s, which is small and told in words',
    (path, words) => {
      expect(statSync(new URL(path, ROOT)).size).toBeLessThanOrEqual(150_000);
      expect(words.length).toBeGreaterThan(10);
    },
  );

  test.each([...README.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name]) => name ?? ''))(
    'npm run %s is there',
    (name) => {
      expect(SCRIPTS).toHaveProperty([name]);
    },
  );

  test.each([...README.matchAll(/npx readout ([a-z]+)/g)].map(([, name]) => name ?? ''))(
    'readout %s is in the manual',
    (name) => {
      expect(textOf('docs/commands.md')).toContain(`readout ${name}`);
    },
  );

  test('has the figures of evaluation/RESULTS.md', () => {
    const table = /^\| F1; the last four(?:.*\n)+?(?=\n)/m.exec(README)?.[0] ?? '';
    expect(table.split('\n').length).toBeGreaterThan(10);
    expect(textOf('evaluation/RESULTS.md')).toContain(table.trimEnd());
  });
});
