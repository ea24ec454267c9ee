import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { ReadoutError } from '../model/index.ts';
import { standardInput } from './output.ts';

/**
 * A new password: typed twice, unseen, at a terminal; else the first line of standard input. It is never an argument, which other users of
 * the machine could read. Throws `bad-input`, `empty`.
 */
export async function askPassword(name: string): Promise<string> {
  const isTyped = process.stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: standardInput(), output: silent, terminal: isTyped });
  try {
    if (!isTyped) return requireLine(await nextLine(lines, ''));
    const first = await nextLine(lines, `new password of ${name}: `);
    const second = await nextLine(lines, 'the same again: ');
    if (first !== second) throw new ReadoutError('bad-input', 'the two passwords differ', '', 'try again');
    return requireLine(first);
  } finally {
    lines.close();
  }
}

async function nextLine(lines: Interface, prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const line = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  if (prompt !== '') process.stderr.write('\n');
  return line;
}

function requireLine(line: string): string {
  if (line !== '') return line;
  throw new ReadoutError(
    'empty',
    'there is no password',
    '',
    'type one, or give it as the first line of standard input',
  );
}
