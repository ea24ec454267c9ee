// Compiles kernel.ts beside this file into ../kernel-bytes.ts: `node compile.mjs`; `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const source = readFileSync(new URL('kernel.ts', import.meta.url), 'utf8');
const target = new URL('../kernel-bytes.ts', import.meta.url);
const options = { optimizeLevel: 3, shrinkLevel: 0, noAssert: true, runtime: 'stub', importMemory: true, enable: ['simd'] };

const { binary, stderr, error } = await asc.compileString(source, options);
if (error || binary === null) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
const text = `// Made by assembly/compile.mjs from assembly/kernel.ts; not to be edited.
export const KERNEL_BYTES =
  '${Buffer.from(binary).toString('base64')}';
`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('kernel-bytes.ts is not what assembly/kernel.ts compiles to; run compile.mjs');
  process.exitCode = 1;
}
