#!/usr/bin/env node
// The command. In a package it runs the compiled files, in a checkout the sources, on a Node that is new enough.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { become, findNode, isNewEnough } from './runtime.mjs';

const COMPILED = new URL('../dist/cli/main.js', import.meta.url);
const SOURCE = new URL('../src/cli/main.ts', import.meta.url);
const isCheckout = existsSync(fileURLToPath(SOURCE));

if (isCheckout) await (await import(new URL('../scripts/setup.mjs', import.meta.url).href)).installWhatIsMissing();

if (isNewEnough(process.versions.node)) {
  // Spares every start the compiling of the same files: a third of the time of a short command.
  nodeModule.enableCompileCache?.();
  if (isCheckout) await import(new URL('../scripts/jsx.mjs', import.meta.url).href);
  const { main } = await import((isCheckout ? SOURCE : COMPILED).href);
  await main(process.argv);
} else {
  try {
    become(findNode(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
