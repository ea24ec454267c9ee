import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../src/ledger/index.ts';
import { ACTS, AREAS, DOCUMENT_KINDS, FORMATS } from '../src/model/index.ts';
import EN from '../src/server/messages/en.json' with { type: 'json' };
import RU from '../src/server/messages/ru.json' with { type: 'json' };

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ENGLISH = textOf('./codebook.md');
const RUSSIAN = textOf('./ru/codebook.md');

/** Rows of a table whose first cell is a value: its other cells. */
function cellsOf(text: string, value: string): string[] | undefined {
  const row = text.split('\n').find((line) => line.startsWith(`| \`${value}\` `));
  return row
    ?.split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

const VALUES = [
  ...AREAS.map((value) => ['area', value]),
  ...ACTS.map((value) => ['act', value]),
  ...FORMATS.map((value) => ['format', value]),
  ...STATUSES.map((value) => ['status', value]),
] as const;

describe('the codebook', () => {
  test.each(VALUES)('defines the %s `%s` in English', (_kind, value) => {
    expect(cellsOf(ENGLISH, value)?.every((cell) => cell !== '')).toBe(true);
  });

  test.each(VALUES)('defines the %s `%s` in Russian by the name that the pages give it', (kind, value) => {
    const messages: Readonly<Record<string, string>> = RU;
    expect(cellsOf(RUSSIAN, value)?.[0]).toBe(messages[`${kind}.${value}`]);
  });

  test.each(DOCUMENT_KINDS)('names documents of the kind `%s`', (kind) => {
    expect(ENGLISH).toContain(`\`${kind}\``);
    expect(RUSSIAN).toContain(`\`${kind}\``);
  });

  test('gives the score of each status alike', () => {
    const scores = (text: string) => STATUSES.map((status) => cellsOf(text, status)?.at(-1));
    const none = (score: string | undefined) => (score === 'нет' ? 'none' : score);
    expect(scores(RUSSIAN).map(none)).toEqual(scores(ENGLISH));
  });
});

describe.each(['help', 'review', 'brief', 'codebook'])('the help page %s', (name) => {
  const headings = (text: string) => text.match(/^#+ /gm);
  const keys = (text: string) => text.match(/^\| `[a-z]` /gm);

  test('has the same parts in Russian as in English', () => {
    const [english, russian] = [textOf(`./${name}.md`), textOf(`./ru/${name}.md`)];
    expect(headings(russian)).toEqual(headings(english));
    expect(keys(russian)).toEqual(keys(english));
  });
});

test.each([
  'brief.relations',
  'brief.overdue',
  'brief.raise',
  'brief.numbers',
  'brief.documents',
  'brief.differences',
] as const)('the help on briefs calls a section as the pages do: %s', (key) => {
  expect(textOf('./brief.md')).toContain(`**${EN[key]}**`);
  expect(textOf('./ru/brief.md')).toContain(`**${RU[key]}**`);
});
