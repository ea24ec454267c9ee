import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../src/ledger/index.ts';
import { ACTS, AREAS, DOCUMENT_KINDS, FORMATS } from '../src/model/index.ts';
import EN from '../src/server/messages/en.json' with { type: 'json' };
import KK from '../src/server/messages/kk.json' with { type: 'json' };
import KY from '../src/server/messages/ky.json' with { type: 'json' };
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

const HELP = [
  ...['help', 'review', 'brief', 'codebook'].map((name) => ['ru', name] as const),
  ...['kk', 'ky'].flatMap((language) => ['help', 'review', 'brief'].map((name) => [language, name] as const)),
];

test.each(HELP)('the help page %s/%s has the same parts as the English one', (language, name) => {
  const headings = (text: string) => text.match(/^#+ /gm);
  const keys = (text: string) => text.match(/^\| `[a-z]` /gm);
  const links = (text: string) => text.match(/\]\([^)]+\)/g);
  const [english, own] = [textOf(`./${name}.md`), textOf(`./${language}/${name}.md`)];
  expect(headings(own)).toEqual(headings(english));
  expect(keys(own)).toEqual(keys(english));
  expect(links(own)).toEqual(links(english));
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
  expect(textOf('./kk/brief.md')).toContain(`**${KK[key]}**`);
  expect(textOf('./ky/brief.md')).toContain(`**${KY[key]}**`);
});
