import { once } from 'node:events';
import type { Readable } from 'node:stream';
import pc from 'picocolors';

const wantsColour = process.stdout.isTTY === true || process.env.FORCE_COLOR !== undefined;

/** Colours for people; none where the output is not a terminal or `NO_COLOR` is set. */
export const colours = pc.createColors(wantsColour && pc.isColorSupported);

/** Writes and waits where the reader of our output is slower than we are, so that memory stays constant. */
export async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export async function writeLine(text = ''): Promise<void> {
  await write(`${text}\n`);
}

export async function writeJson(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value, undefined, process.stdout.isTTY ? 2 : undefined)}\n`);
}

/** Standard input as bytes. */
export function standardInput(): Readable {
  return process.stdin;
}
