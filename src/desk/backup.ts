import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ReadoutError } from '../model/index.ts';
import { isPostgres, openRegister } from '../register/index.ts';
import { closeDesk, type Desk, openDesk } from './desk.ts';

/** Writes a copy of the register to a new file, while others may read and write. Throws `conflict` where the file is there. */
export async function backUp({ register }: Desk, file: string): Promise<void> {
  if (existsSync(file)) throw exists(file, 'name a file that is not there yet');
  await register.dialect.backUp(register.db, file);
}

/** Makes a copy the register again. Throws `conflict` where a register is there and `replace` is not set. */
export async function restore(
  copy: string,
  database: string,
  { replace = false }: { replace?: boolean } = {},
): Promise<void> {
  if (isPostgres(database))
    throw new ReadoutError(
      'unsupported',
      'a register in PostgreSQL is not restored by Readout:',
      database,
      'use pg_restore',
    );
  if (!existsSync(copy))
    throw new ReadoutError('not-found', 'no such file:', copy, 'name a file that readout backup made');
  if (existsSync(database) && !replace) throw exists(database, 'add --replace to put the copy in its place');
  const fresh = `${database}.restoring`;
  mkdirSync(dirname(database), { recursive: true });
  copyFileSync(copy, fresh);
  try {
    // Shows that the copy is a register, and brings it up to date, before the old one goes.
    await closeDesk(await openDesk({ database: fresh }));
    await emptyPlace(database);
    renameSync(fresh, database);
  } finally {
    removeRegister(fresh);
  }
}

/** Takes the register away that is there, unless a server holds it open. */
async function emptyPlace(database: string): Promise<void> {
  const register = await openRegister(database);
  await register.lockForServing().finally(() => register.close());
  removeRegister(database);
}

function removeRegister(database: string): void {
  for (const end of ['', '-wal', '-shm', '-serving']) rmSync(`${database}${end}`, { force: true });
}

function exists(file: string, remedy: string): ReadoutError {
  return new ReadoutError('conflict', 'there is a file already:', file, remedy);
}
