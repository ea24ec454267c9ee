import { DatabaseSync } from 'node:sqlite';
import { ReadoutError } from '../../model/index.ts';

/**
 * Keeps a second server off the register's file. The lock is an exclusive transaction in a small file beside it: the system
 * releases it when the process ends, however it ends. Gives back what releases it.
 */
export function lockForServing(file: string): () => void {
  const lock = new DatabaseSync(`${file}-serving`, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new ReadoutError(
      'register-locked',
      'another server holds this register open:',
      file,
      'stop that server, or name another register with --database',
      { cause },
    );
  }
  return () => lock.close();
}
