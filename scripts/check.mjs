// Format, lint, types, the order of the rooms, dead code: all of them, also when one finds a fault.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const CHECKS = [
  ['format and lint', join('node_modules', '.bin', 'biome'), ['check', '.']],
  ['types', join('node_modules', '.bin', 'tsc'), ['--noEmit']],
  ['rooms', process.execPath, [join('scripts', 'check-rooms.mjs')]],
  ['dead code', join('node_modules', '.bin', 'knip'), []],
];

const failed = CHECKS.filter(([, command, args]) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status !== 0;
});
for (const [name] of failed) console.error(`check: ${name} failed`);
console.log(failed.length === 0 ? 'checks: in order' : `checks: ${failed.length} of ${CHECKS.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
