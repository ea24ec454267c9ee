import fc from 'fast-check';
import { hostileText } from '../hostile.ts';
import type { Known, Site } from '../site.ts';
import { faultOfPage } from './answers.ts';
import { type Call, escaped } from './calls.ts';
import type { Target } from './targets.ts';

/** Every page, form and file of a site beside its API: the addresses are those of its routes. */
export function pageTargets({ routes, known }: Site): Target[] {
  const distinct = new Map(routes.map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  return [...distinct.values()]
    .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/api/'))
    .map(
      ({ method, path }): Target => ({
        name: `${method} ${path}`,
        calls: method === 'GET' ? addresses(path, known) : forms(method, path, known),
        faultOf: faultOfPage,
      }),
    );
}

/** A page with the query that its links and forms give it, and with other ones. */
function addresses(path: string, known: Known): fc.Arbitrary<Call> {
  return fc.tuple(filled(path, known), fields(path, known)).map(([place, query]) => ({
    method: 'GET',
    address: Object.keys(query).length === 0 ? place : `${place}?${new URLSearchParams(query)}`,
  }));
}

/** A form as it is sent. Of addresses to fetch, none leads out of this machine. */
function forms(method: string, path: string, known: Known): fc.Arbitrary<Call> {
  return fc.tuple(filled(path, known), fields(path, known)).map(([address, sent]) => ({
    method,
    address,
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(sent).toString(),
  }));
}

function filled(path: string, known: Known): fc.Arbitrary<string> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const fields = names.map((name) => [name, fc.oneof(placesOf(path, name, known), hostileText)] as const);
  return fc
    .record(Object.fromEntries(fields))
    .map((places) => path.replaceAll(/:(\w+)\??/g, (_, name) => escaped(places[name] ?? '')));
}

function placesOf(path: string, name: string, known: Known): fc.Arbitrary<string> {
  const lists = new Map<string, readonly string[]>(Object.entries(known));
  const ids = lists.get(path.split('/')[1] ?? '') ?? [];
  const fitting = name === 'id' && ids.length > 0 ? ids.map((id) => id.replace('#', '~')) : PLACES[name];
  return fc.constantFrom(...(fitting ?? known.pairs));
}

const PLACES: Readonly<Record<string, readonly string[]>> = {
  area: ['water', 'trade', 'energy'],
  principal: ['KAZ', 'KGZ', 'eaeu', 'FRA'],
  office: ['president', 'prime-minister', 'nobody'],
  format: ['docx', 'pdf', 'md', 'html'],
  file: ['commitments.csv', 'meetings.csv', 'readings.jsonl', 'plover.jsonl', 'nothing.csv'],
  name: ['help', 'codebook', 'readout.css', 'review.js'],
};

/** The fields that a route knows, mostly with what they are meant for, and now and then others. */
function fields(path: string, known: Known): fc.Arbitrary<Record<string, string>> {
  const values = Object.fromEntries(Object.entries(FIELDS).map(([name, some]) => [name, fieldOf(some(known))]));
  const own = (FIELDS_OF_ROUTE[path] ?? []).flatMap((name) =>
    values[name] === undefined ? [] : [[name, values[name]] as const],
  );
  const others = fc.subarray(Object.entries(values), { maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record<Record<string, string>>(Object.fromEntries(own)) },
    {
      weight: 1,
      arbitrary: others.chain((more) =>
        fc.record<Record<string, string>>(Object.fromEntries([...own, ...more]), { requiredKeys: [] }),
      ),
    },
  );
}

const PAIR_FILTERS = ['area', 'status', 'side', 'from', 'to', 'asOf'];
const TEXT = ['text', 'publishedAt', 'publisher', 'url'];
const RULING = ['kind', 'subject', 'other', 'text', 'status', 'date', 'why'];
const COMMITMENT = ['parties', 'areas', 'strength', 'deadline', 'start', 'end', 'words'];

const FIELDS_OF_ROUTE: Readonly<Record<string, readonly string[]>> = {
  '/pairs/:pair': PAIR_FILTERS,
  '/pairs/:pair/calendar.ics': PAIR_FILTERS,
  '/pairs/:pair/brief/:format': ['for', 'asOf', 'lang'],
  '/brief': ['pair', 'for', 'asOf'],
  '/compare': ['pair'],
  '/commitments/:id': ['asOf'],
  '/documents': ['after'],
  '/areas/:area': ['after'],
  '/instruments': ['after'],
  '/review': ['pair', 'at', 'done'],
  '/search': ['q', 'page', 'actor', 'area', 'language', 'from', 'to'],
  '/search.atom': ['q', 'actor', 'area', 'language'],
  '/search/save': ['query', 'name'],
  '/search/forget': ['query'],
  '/follow': ['kind', 'key', 'group', 'states', 'name', 'back'],
  '/unfollow': ['key', 'back'],
  '/commitments': ['q', 'actor', 'status', 'due', 'area', 'from', 'to', 'asOf', 'followed', 'page'],
  '/documents/:id/marking': ['marking'],
  '/login': ['name', 'password', 'back'],
  '/log': ['who', 'action', 'before'],
  '/account/password': ['old', 'password', 'again'],
  '/account/tokens': ['name', 'scopes', 'days'],
  '/account/tokens/revoke': ['id'],
  '/accounts': ['name', 'fullName', 'role', 'clearance', 'password'],
  '/accounts/:id': ['fullName', 'role', 'clearance', 'active'],
  '/accounts/:id/password': ['password'],
  '/settings': ['language', 'theme', 'back'],
  '/decisions': [...RULING, ...COMMITMENT, 'back'],
  '/decisions/undo': ['id', 'back'],
  '/review/decide': [...RULING, ...COMMITMENT, 'pair', 'at'],
  '/review/undo': ['id', 'pair', 'at'],
  '/add/preview': TEXT,
  '/add/text': TEXT,
  '/add/address': ['address'],
};

function fieldOf(fitting: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: hostileText });
}

const days = (): readonly string[] => ['2023-01-01', '2024-06-30', '2030-12-31', ''];
const findings = ({ commitments, meetings }: Known): readonly string[] => [...commitments, ...meetings];
const sides = (): readonly string[] => ['KAZ', 'KGZ', 'joint', ''];

const FIELDS: Readonly<Record<string, (known: Known) => readonly string[]>> = {
  q: () => ['border crossing', 'президент', '"Supreme Council"', 'water OR', ''],
  pair: ({ pairs }) => pairs,
  at: () => ['0', '1', '7', '400'],
  page: () => ['1', '2', '3'],
  after: ({ documents }) => [...documents, '2023-01-01~x.c1-2'],
  actor: () => ['KAZ', 'KAZ/president', 'eaeu', ''],
  area: () => ['water', 'trade', 'water,trade', ''],
  status: () => ['open', 'overdue', 'fulfilled', ''],
  side: sides,
  for: sides,
  from: days,
  to: days,
  asOf: days,
  date: days,
  language: () => ['en', 'ru', 'kk', 'ky', ''],
  lang: () => ['en', 'ru', 'kk', 'ky'],
  theme: () => ['light', 'dark', 'system'],
  kind: () => [
    'accept',
    'reject',
    'merge',
    'split',
    'link',
    'unlink',
    'correct',
    'set-status',
    'note',
    'add-commitment',
  ],
  subject: (known) => [...findings(known), ...known.documents],
  other: findings,
  id: ({ decisions }) => decisions,
  done: ({ decisions }) => decisions,
  back: () => ['/', '/pairs/KAZ-KGZ', '//elsewhere.example'],
  why: () => ['', 'because'],
  text: () => ['Kazakhstan and Kyrgyzstan agreed to open a school by the end of 2030.', ''],
  words: () => ['agreed to open a school', ''],
  start: () => ['0', '10', '100'],
  end: () => ['5', '40', '200'],
  parties: () => ['KAZ', 'KAZ, KGZ', ''],
  areas: () => ['water', 'trade, water', ''],
  strength: () => ['1', '3', '5', '9'],
  deadline: () => ['2030-12-31', '2030', ''],
  publishedAt: days,
  publisher: () => ['Kazinform', ''],
  url: () => ['https://example.org/a', ''],
  address: () => [
    'http://localhost:1/',
    'http://169.254.169.254/',
    'file:///etc/passwd',
    'ftp://localhost/',
    'nothing',
  ],
  query: () => ['q=border', 'q=a&area=water', ''],
  name: () => ['border', 'ana', ''],
  key: ({ pairs }) => [...pairs.map((pair) => `pair:${pair}`), 'state:KAZ', ''],
  group: () => ['eaeu', 'central-asia', ''],
  states: () => ['KAZ, KGZ', 'KAZ, KGZ, UZB', ''],
  due: () => ['30', '90', ''],
  followed: () => ['1', ''],
  marking: () => ['public', 'delegation', 'principals'],
  password: () => ['a password of some length', 'short'],
  old: () => ['a password of some length'],
  again: () => ['a password of some length'],
  fullName: () => ['Ana Example', ''],
  role: () => ['reader', 'analyst', 'reviewer', 'administrator'],
  clearance: () => ['public', 'delegation', 'principals'],
  active: () => ['yes', ''],
  scopes: () => ['read', 'add', 'read,decide'],
  days: () => ['30', '365', '0'],
  who: () => ['user', ''],
  action: () => ['decision', 'export', ''],
  before: () => ['1', '100', ''],
};
