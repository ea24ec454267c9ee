import type { Command } from 'commander';
import { AREAS, type Area, type DocumentMetadata, parseDay, ReadoutError } from '../model/index.ts';

/** Metadata that the texts lack. */
export interface MetadataOptions {
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
}

export function withMetadata(command: Command): Command {
  return command
    .option('--published <day>', 'day of publication, YYYY-MM-DD')
    .option('--publisher <name>', 'who published it')
    .option('--url <address>', 'where it was published');
}

/** The metadata of the options. Throws `bad-date`. */
export function metadataOf({ published, publisher, url }: MetadataOptions): DocumentMetadata {
  return {
    ...(published === undefined ? {} : { publishedAt: parseDay(published) }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
  };
}

export interface DatabaseOptions {
  readonly database: string;
}

/** Where the register is; `READOUT_DATABASE_URL` says it for all commands. */
export function withDatabase(command: Command): Command {
  return command.option(
    '--database <place>',
    'file of the register, or postgres://… (READOUT_DATABASE_URL)',
    process.env.READOUT_DATABASE_URL ?? 'readout-data/register.sqlite',
  );
}

/** The area of that name. Throws `unknown-area`. */
export function parseArea(name: string): Area {
  const area = AREAS.find((known) => known === name.toLowerCase());
  if (area !== undefined) return area;
  throw new ReadoutError('unknown-area', 'not an area of the codebook:', name, `the areas are ${AREAS.join(', ')}`);
}

/** For options that may be given several times. */
export function collect<Value>(parse: (value: string) => Value) {
  return (value: string, before: readonly Value[] = []): Value[] => [...before, parse(value)];
}

/** A whole number from 1 on. */
export function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new ReadoutError('bad-input', 'not a whole number from 1 on:', value, 'write it in digits');
}
