// Compiles src/ to dist/ for the package: Node does not strip types inside node_modules. Data and models go along.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCE = join(ROOT, 'src');
const TARGET = join(ROOT, 'dist');

rmSync(TARGET, { recursive: true, force: true });
const { status } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['--project', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);
cpSync(SOURCE, TARGET, { recursive: true, filter: isData });

/** Everything beside the code that the compiled files read: tables, models, stylesheets, scripts of pages. */
function isData(path) {
  const parts = relative(SOURCE, path).split(sep);
  return !/\.(?:ts|tsx|conllu)$/.test(path) && !parts.includes('testing') && !parts.includes('assembly');
}
