import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Reading } from '../src/model/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = join(ROOT, 'examples', 'kaz-kgz', '2021-03-02-kazinform-state-visit.txt');
const folder = mkdtempSync(join(tmpdir(), 'readout-package-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

describe('the package, installed into an empty folder', { timeout: 300_000 }, () => {
  beforeAll(() => {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    // The lock file gives the same versions, most of which are in npm's cache since the project was installed.
    cpSync(join(ROOT, '.npmrc'), join(folder, '.npmrc'));
    const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', ['install', ...options, join(folder, tarball)], { cwd: folder, stdio: 'pipe' });
  }, 300_000);

  test('reads a text', () => {
    const command = join(folder, 'node_modules', '.bin', 'readout');
    const { stdout, stderr, status } = spawnSync(command, ['read', EXAMPLE, '--json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Reading.parse(JSON.parse(stdout)).document.publisher).toBe('Kazinform');
  });

  test('keeps a register', () => {
    const command = join(folder, 'node_modules', '.bin', 'readout');
    const { stdout } = spawnSync(command, ['add', EXAMPLE], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('1 added, 0 known already, 0 refused\n');
  });

  test('is a library, too', () => {
    const script = `import { readText } from 'readout'; console.log(readText('The Presidents met.').reading.document.language);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('en\n');
  });
});
