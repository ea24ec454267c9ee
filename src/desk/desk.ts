import type { Marking } from '../model/index.ts';
import { openRegister, type Register } from '../register/index.ts';

/** An open register with everything that can be done with it; pass it to the functions of this room. */
export interface Desk {
  /** The register as far as one may see it. */
  readonly register: Register;
  /** Who works at it: the name of an account, or `user` where there are none. */
  readonly who: string;
  /** Whose settings are used: the id of an account; empty where there are none. */
  readonly owner: string;
  /** Where the request comes from; absent on the command line. */
  readonly address?: string | undefined;
}

/** Who is to work at a desk. */
export interface Person {
  readonly id?: string | undefined;
  readonly name: string;
  readonly clearance: Marking;
  readonly address?: string | undefined;
}

/** Where the register is when nothing else is said. */
export const DEFAULT_DATABASE = 'readout-data/register.sqlite';

/**
 * Opens the register: a file for SQLite (made when it is not there) or a URL `postgres://…`.
 * Throws `register-unwritable`.
 */
export async function openDesk({ database = DEFAULT_DATABASE }: { database?: string } = {}): Promise<Desk> {
  return { register: await openRegister(database), who: 'user', owner: '' };
}

/** The same desk as a person has it: with what they may see, under their name, and with their settings. */
export function deskOf({ register }: Desk, { id, name, clearance, address }: Person): Desk {
  return { register: register.at(clearance), who: name, owner: id ?? name, address };
}

/** Closes the register, for every desk on it. */
export async function closeDesk({ register }: Desk): Promise<void> {
  await register.close();
}

/** Keeps a second server off the register; throws `register-locked` where one is running. */
export async function lockForServing({ register }: Desk): Promise<void> {
  await register.lockForServing();
}
