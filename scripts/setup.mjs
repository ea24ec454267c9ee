// What `npm start` and `npm test` call first: installs what is missing, then runs the command on a Node that is new enough.
// Plain JavaScript that Node 18 can run, without dependencies: nothing is installed yet when it starts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { become, findNode } from '../bin/runtime.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
/** Holds what package-lock.json was when it was installed. */
const STAMP = join(ROOT, 'node_modules', '.readout-installed');

const COMMANDS = {
  start: [join('bin', 'readout.mjs'), 'serve'],
  test: [join('node_modules', 'vitest', 'vitest.mjs'), 'run'],
  check: [join('scripts', 'check.mjs')],
};

/** Installs the dependencies where they are missing or package-lock.json has changed since; ends the process where that fails. */
export async function installWhatIsMissing() {
  if (isInstalled()) return;
  console.error('readout: installing what it needs (once; about a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--loglevel=error', '--no-fund', '--no-audit'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) {
    writeFileSync(STAMP, fingerprint());
    return;
  }
  console.error(
    error?.code === 'ENOENT'
      ? 'readout: npm is not found; install Node from https://nodejs.org, which brings it'
      : 'readout: npm ci failed (its words are above); it needs the network once, about 600 MB of disk, and a folder that you may write to',
  );
  process.exit(1);
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()) return true;
  // Installed by hand, with npm ci or npm install, after the last change of the lock file.
  return statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs;
}

function fingerprint() {
  return createHash('sha256').update(readFileSync(LOCK)).digest('hex');
}

async function main([command, ...rest]) {
  const args = COMMANDS[command];
  if (args === undefined) {
    console.error(`readout: unknown command "${command}"; known are ${Object.keys(COMMANDS).join(', ')}`);
    process.exit(2);
  }
  await installWhatIsMissing();
  become(findNode(), [...args, ...rest], { cwd: ROOT });
}

if (fileURLToPath(import.meta.url) === argv[1]) {
  if (Number.parseInt(process.versions.node, 10) < 18) {
    console.error(`readout: needs Node 18 or later to set itself up; this is Node ${process.versions.node}`);
    process.exit(1);
  }
  await main(argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
