import { openRegister, type Register } from '../register/index.ts';

/** An open register with everything that can be done with it; pass it to the functions of this room. */
export interface Desk {
  readonly register: Register;
}

/** Where the register is when nothing else is said. */
export const DEFAULT_DATABASE = 'readout-data/register.sqlite';

/**
 * Opens the register: a file for SQLite (made when it is not there) or a URL `postgres://…`.
 * Throws `register-unwritable`.
 */
export async function openDesk({ database = DEFAULT_DATABASE }: { database?: string } = {}): Promise<Desk> {
  return { register: await openRegister(database) };
}

export async function closeDesk({ register }: Desk): Promise<void> {
  await register.close();
}

/** Keeps a second server off the register; throws `register-locked` where one is running. */
export async function lockForServing({ register }: Desk): Promise<void> {
  await register.lockForServing();
}
