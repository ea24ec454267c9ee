import fc from 'fast-check';

/** Sets `window.ran` where a page lets it run: the walks look for that. */
const SCRIPTS = [
  '<script>window.ran = 1</script>',
  '"><img src=x onerror="window.ran = 2">',
  "' autofocus onfocus='window.ran = 3",
  'javascript:window.ran = 4',
  '</textarea><svg onload="window.ran = 5">',
  '</title><script>window.ran = 6</script>',
] as const;

const QUERIES = [
  "' OR '1'='1",
  '"; DROP TABLE documents; --',
  '%',
  '_',
  '*',
  'NEAR(',
  '"',
  '^',
  'a AND',
  'col:x',
  ') OR (',
];

const PLACES = [
  '../../etc/passwd',
  '..%2f..%2f',
  '/',
  '//elsewhere.example',
  '\\\\host',
  'CON',
  'a/b',
  '.',
  '..',
  '#',
  '?',
];

const LETTERS = [
  '',
  ' ',
  '\0',
  '\r\nx-header: y',
  '\u{202e}txet',
  '\u{1f600}'.repeat(50),
  '\ud800',
  'й'.repeat(400),
  'ﷺ',
  'a\u{301}'.repeat(200),
  '\u{feff}',
];

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'null', 'undefined', 'NaN', 'true'];

const NUMBERS = ['-1', '0', '1e999', '9007199254740993', '0x10', '1.5', '٣', '١٢', '99999999999999999999', '-0'];

const DAYS = [
  '0000-00-00',
  '2021-02-30',
  '9999-12-31',
  '0001-01-01',
  '2023-13-01',
  '2023-1-1',
  '2024-02-29',
  '10000-01-01',
  'today',
];

/** Texts that have broken programs before. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...SCRIPTS,
  ...QUERIES,
  ...PLACES,
  ...LETTERS,
  ...NAMES,
  ...NUMBERS,
  ...DAYS,
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** Whether a page holds markup of a hostile text as markup. */
export function holdsHostileMarkup(html: string): boolean {
  return SCRIPTS.some((script) => script.includes('<') && html.includes(script));
}
