import { CommanderError } from 'commander';
import { type ErrorCode, ReadoutError } from '../model/index.ts';

/** What the exit codes mean; `docs/commands.md` has the same table. */
export const EXIT = { ok: 0, fault: 1, usage: 2, refused: 3, register: 4, notFound: 5 } as const;

const EXIT_CODES: Partial<Record<ErrorCode, number>> = {
  'bad-date': EXIT.usage,
  'unknown-actor': EXIT.usage,
  'unknown-area': EXIT.usage,
  'unknown-language': EXIT.usage,
  unsupported: EXIT.usage,
  'not-found': EXIT.notFound,
  'port-taken': EXIT.register,
  'register-locked': EXIT.register,
  'register-unwritable': EXIT.register,
};

/** The exit code of what ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof ReadoutError) return EXIT_CODES[error.code] ?? EXIT.refused;
  return EXIT.fault;
}

/** One line that says what is wrong and what to do; nothing where it was said already. */
export function messageOf(error: unknown): string | undefined {
  if (error instanceof CommanderError) return undefined;
  if (error instanceof ReadoutError) return `readout: ${error.message} [${error.code}]`;
  const reason = error instanceof Error ? (process.env.READOUT_DEBUG ? error.stack : error.message) : String(error);
  return `readout: unexpected fault: ${reason}; set READOUT_DEBUG=1 to see where, and please report it`;
}
