import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'readout-setup-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The folder of an older Node: the system's where it is one, else a stand-in that says that it is 18. */
function olderNode(): string {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
  for (const path of folders) {
    const node = join(path, 'node');
    if (!existsSync(node) || realpathSync(node) === realpathSync(process.execPath)) continue;
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (/^v(?:18|20|22)\./.test(stdout)) return path;
  }
  return standIn();
}

function standIn(): string {
  writeFileSync(join(folder, 'older.cjs'), `Object.defineProperty(process.versions, 'node', { value: '18.0.0' });\n`);
  const script = `#!/bin/sh\nexec "${process.execPath}" --require "${join(folder, 'older.cjs')}" "$@"\n`;
  writeFileSync(join(folder, 'node'), script);
  chmodSync(join(folder, 'node'), 0o755);
  return folder;
}

function run(args: readonly string[], cwd = ROOT) {
  const older = olderNode();
  const path = [older, ...(process.env.PATH ?? '').split(delimiter).filter((one) => !one.includes('node_modules'))];
  return spawnSync(join(older, 'node'), args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path.join(delimiter), NODE_OPTIONS: '' },
  });
}

describe('with an older Node first in the path', { timeout: 120_000 }, () => {
  test('the command runs on 24 or later', () => {
    const { stdout, stderr } = run([join('bin', 'readout.mjs'), '--version']);
    expect(stdout + stderr).toMatch(/\(Node (?:2[4-9]|[3-9]\d)\./);
  });

  test('and so do the tests', () => {
    const { status, stdout } = run([join('scripts', 'setup.mjs'), 'test', 'scripts/runtime.test.ts']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/1 passed/) });
  });

  test('and what is started from it finds the newer one first', () => {
    const { stdout } = run([join('scripts', 'setup.mjs'), 'start', '--help']);
    expect(stdout).toContain('readout serve');
  });
});

test('an unknown command, and an installation that fails, are said in a line', { timeout: 120_000 }, () => {
  expect(run([join('scripts', 'setup.mjs'), 'strat'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^readout: unknown command "strat"; known are start, test/),
  });
  const copy = join(folder, 'copy');
  for (const part of ['bin', 'scripts']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{ "name": "copy", "version": "0.0.0" }');
  writeFileSync(join(copy, 'package-lock.json'), '{ not JSON');
  const { status, stderr } = run([join('scripts', 'setup.mjs'), 'test'], copy);
  expect(status).toBe(1);
  expect(stderr).toMatch(/readout: npm ci failed/);
});
