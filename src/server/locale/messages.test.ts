import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AUDIT_ACTIONS, BRIEF_MESSAGES, ROLES, SCOPES, STATUS_RULES, STATUSES } from '../../desk/index.ts';
import {
  ACTS,
  AREAS,
  DOCUMENT_KINDS,
  FORMATS,
  INSTRUMENT_TYPES,
  LANGUAGES,
  MARKINGS,
  PROGRESS_KINDS,
  RESOLUTION_STEPS,
} from '../../model/index.ts';
import { localeOf } from './locale.ts';
import { locale, MESSAGES, preferredLanguage } from './locales.ts';

/** Values of the data that pages show by a message. */
const VALUES = {
  act: ACTS,
  audit: AUDIT_ACTIONS,
  area: AREAS,
  documentKind: DOCUMENT_KINDS,
  format: FORMATS,
  marking: MARKINGS,
  instrument: INSTRUMENT_TYPES,
  progress: PROGRESS_KINDS,
  resolution: RESOLUTION_STEPS,
  role: ROLES,
  scope: SCOPES,
  status: STATUSES,
} as const;

const english = Object.keys(MESSAGES.en);
/** What is the same in every language: names of formats and programs, and what is filled in. */
const NEUTRAL =
  /Readout|Atom|iCalendar|JSON(?: Lines)?|HTML|PDF|DOCX|CSV|UTF-8|UTC|ISO|KAZ|Natural Earth|G7|G20|TEU|CO₂|YYYY-MM-DD|\{\w+|\b(?:plural|one|few|many|other)\b/g;
const FORM = /\b(?:one|few|many|other) \{[^{}]*\}/g;
const parametersOf = (message: string) =>
  new Set([...message.replaceAll(FORM, '').matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const messages = MESSAGES[language];

  test('none is missing and none is left over', () => {
    const rules = STATUS_RULES.map(({ id }) => `rule.${id}`);
    expect(
      Object.keys(messages)
        .filter((key) => !rules.includes(key))
        .sort(),
    ).toEqual([...english].sort());
  });

  test('each has the parameters of the English one', () => {
    for (const [key, message] of Object.entries(MESSAGES.en))
      expect({ key, parameters: parametersOf(messages[key] ?? '') }).toEqual({
        key,
        parameters: parametersOf(message),
      });
  });

  test('plurals have forms of the language, and the general one', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, message] of Object.entries(messages))
      for (const [plural] of message.matchAll(/\{\w+, plural,(?: \w+ \{[^{}]*\})+\}/g)) {
        const forms = [...plural.matchAll(/ (\w+) \{/g)].map(([, form]) => form ?? '');
        expect({ key, general: forms.includes('other') }).toEqual({ key, general: true });
        expect({ key, unknown: forms.filter((form) => !pluralCategories.some((one) => one === form)) }).toEqual({
          key,
          unknown: [],
        });
      }
  });

  test('is written in the letters of the language', () => {
    const letters = language === 'en' ? /\p{Script=Cyrillic}/u : /[A-Za-z]/;
    const isForeign = (message: string) => letters.test(message.replaceAll(NEUTRAL, ''));
    expect(Object.keys(messages).filter((key) => isForeign(messages[key] ?? ''))).toEqual([]);
  });

  test('every value of the data has one', () => {
    for (const [prefix, values] of Object.entries(VALUES))
      for (const value of values) expect(messages).toHaveProperty([`${prefix}.${value}`]);
  });
});

test('every message is used, and every one that is used is there', () => {
  const folder = join(import.meta.dirname, '..');
  const code = globSync('**/*.{ts,tsx}', { cwd: folder })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const prefixes = new Set([...code.matchAll(/\bof\('(\w+)'|`(\w+)\.\$\{/g)].map(([, value, key]) => value ?? key));
  const ofBrief: readonly string[] = BRIEF_MESSAGES;
  const isUsed = (key: string) =>
    code.includes(`'${key}'`) ||
    prefixes.has(key.slice(0, key.indexOf('.'))) ||
    ofBrief.includes(key) ||
    key.startsWith('filter.');
  expect(english.filter((key) => !isUsed(key))).toEqual([]);
});

describe('a locale', () => {
  test.each([
    ['en', 1, '1 day late'],
    ['en', 2, '2 days late'],
    ['ru', 1, 'просрочено на 1 день'],
    ['ru', 3, 'просрочено на 3 дня'],
    ['ru', 11, 'просрочено на 11 дней'],
  ] as const)('counts: %s %i', (language, count, words) => {
    expect(locale(language).t('home.daysLate', { count })).toBe(words);
  });

  test('writes days and times as its language does', () => {
    expect(locale('en').when('2021-03-02')).toBe('2 March 2021');
    expect(locale('ru').when('2021-03-02')).toBe('2 марта 2021\u00A0г.');
    expect(locale('en').when('2026-09-01/..')).toBe('1 September 2026 – …');
    expect(locale('en').when('../2026-09-01')).toBe('… – 1 September 2026');
  });

  test('falls back on English', () => {
    expect(localeOf('ky', {}).t('nav.home')).toBe(locale('en').t('nav.home'));
  });

  test.each([
    ['ky,ru;q=0.8', 'ky'],
    ['de-DE,ru;q=0.5,en;q=0.3', 'ru'],
    ['', 'en'],
    ['xx', 'en'],
  ])('is what the browser asks for: %s', (header, language) => expect(preferredLanguage(header)).toBe(language));
});
