import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorName, BRIEF_FORMATS, decide, deskOf, refreshStandings, saveSearch, scopesOf } from '../../desk/index.ts';
import { MARKINGS, type Marking, maySee, ROLES } from '../../model/index.ts';
import { EXPORT_NAMES } from '../feeds/index.ts';
import type { Who } from '../http/env.ts';
import { may } from '../http/permissions.ts';
import { postsAbout } from '../testing/posts.ts';
import { addressesOf, type Parameters, routesOf } from '../testing/requests.ts';
import { OF_DELEGATION, OF_PRINCIPALS, OPEN, type Planted, planted } from '../testing/secrets.ts';
import { NOBODY, type Person, type TeamSite, teamSite } from '../testing/team-site.ts';
import { answersTo, answerToPost, commitmentOf, idsOf, leaksIn, plant, type Secret } from '../testing/walk.ts';
import { permissionOf } from './permissions.ts';

// Every route, asked by every role at every clearance and by nobody, in a register that holds what not all of them may see. What is planted
// has words that stand nowhere else; whoever meets one that is above their clearance has found a leak.

const TEXTS: readonly Planted[] = [...OPEN, ...OF_DELEGATION, ...OF_PRINCIPALS];

/** What is ruled and noted about the texts, by whom, and who may know of it. */
const RULINGS = [
  { by: 'delegation', marking: 'delegation', on: OPEN[0], kind: 'note', payload: { text: 'tarnquil was asked for' } },
  { by: 'delegation', marking: 'public', on: OF_DELEGATION[0], kind: 'note', payload: { text: 'osterby agrees' } },
  { by: 'principals', marking: 'principals', on: OPEN[1], kind: 'note', payload: { text: 'pellowick is not to hear' } },
  { by: 'principals', marking: 'principals', on: OPEN[0], kind: 'set-status', payload: { status: 'abandoned' } },
  // Open as such, but it names what is not.
  { by: 'principals', marking: 'public', on: OPEN[0], kind: 'merge', with: OF_PRINCIPALS[0] },
] as const;

const SECRETS: readonly Secret[] = [
  ...TEXTS.flatMap(({ secrets, marking }) => secrets.map((words) => ({ words, marking }))),
  { words: 'tarnquil', marking: 'delegation' },
  { words: 'osterby', marking: 'delegation' },
  { words: 'pellowick', marking: 'principals' },
];

/** Ids that no register has, of the forms that ids have. */
const UNKNOWN = { document: '0123456789abcdef', commitment: '0123456789abcdef~c10-40', pair: 'AUT-BRA' };

const ids = idsOf(TEXTS);

/** What stands for the parameters of routes: what is open, what is secret, and what there is not. */
const PARAMETERS: Parameters = {
  'assets/:name': ['readout.css'],
  'help/:name': ['help', 'codebook'],
  'pairs/:pair': ['KAZ-KGZ', 'FJI-ISL', 'BTN-MLT', UNKNOWN.pair],
  'brief/:format': Object.keys(BRIEF_FORMATS),
  'export/:file': EXPORT_NAMES,
  'documents/:id': [...TEXTS.map(({ document }) => document.id), UNKNOWN.document],
  'commitments/:id': [...ids.commitments, UNKNOWN.commitment],
  'meetings/:id': [...ids.meetings, UNKNOWN.commitment],
  'areas/:area': ids.areas,
  'actors/:principal': ['KAZ', 'KGZ', 'FJI', 'MLT'],
  ':principal/:office?': ['president', 'prime-minister'],
  'accounts/:id': ['none'],
  'decisions/:id': ['none'],
};

const PAIRS = ['KAZ-KGZ', 'FJI-ISL', 'BTN-MLT', UNKNOWN.pair].map((pair) => `?pair=${pair}`);
const WORDS = ['railway', 'wheat', 'agreed', ...SECRETS.map(({ words }) => words)];
const SEARCHES = [
  ...WORDS.map((word) => `?q=${encodeURIComponent(word)}`),
  '?q=agreed&actor=FJI',
  '?q=talks&area=finance',
];

/** The same search by other ways. */
const FEW = ['agreed', 'build', 'zelmarite', 'ulverstone', 'corrowmere'].map((word) => `?q=${word}`);

const LISTED = [
  '',
  '?asOf=2025-06-01',
  '?status=overdue',
  '?status=abandoned,fulfilled',
  '?actor=FJI',
  '?pair=BTN-MLT',
  `?pair=${UNKNOWN.pair}`,
  '?due=3000',
];
const AFTER = [...TEXTS.map(({ document }) => document.id), UNKNOWN.document].map((id) => `?after=${id}`);

/** Further words behind the addresses of a route. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/search': ['', ...SEARCHES],
  '/search.atom': FEW,
  '/api/v1/search': FEW,
  '/commitments': [...LISTED, ...FEW],
  '/commitments.csv': LISTED,
  '/api/v1/commitments': [...LISTED, ...FEW],
  '/review': ['', ...PAIRS],
  '/brief': ['', ...PAIRS],
  '/compare': ['', ...PAIRS],
  '/documents': ['', ...AFTER],
  '/api/v1/documents': ['', '?actor=FJI', '?actor=KAZ', ...AFTER],
  '/pairs/:pair': ['', '?asOf=2023-12-31', '?side=joint'],
  '/api/v1/pairs/:pair': ['', '?asOf=2023-12-31'],
  '/api/v1/agenda': ['', '?asOf=2023-11-01', '?asOf=2026-11-01'],
  '/log': ['', '?action=document-added', '?action=decision', '?action=export'],
};

const site = await teamSite();

/** Every address that is asked. */
const ASKED = site === undefined ? [] : addressesOfSite(site);

/** Files that take long to make: of these, the roles that see no more than an administrator are asked for those of one pair. */
const SLOW = /^\/pairs\/(?!KAZ-KGZ)[^/]+\/brief\/(?:pdf|docx)/;

/** Those whose answer is made by the record alone, and not by who has come and gone. */
const PLAIN = ASKED.filter((address) => !/^\/(?:log|account)/.test(address));

function addressesOfSite({ app }: TeamSite): string[] {
  return routesOf(app)
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) =>
      addressesOf(path, PARAMETERS).flatMap((address) => (QUERIES[path] ?? ['']).map((query) => address + query)),
    );
}

/** Addresses that have something to tell whoever sees everything. */
const TELLING =
  /^\/export\/|^\/commitments(?:\.csv)?$|^\/api\/v1\/commitments$|^\/pairs\/BTN-MLT\/(?:brief|calendar)|^\/$|^\/log$|^\/(?:api\/v1\/)?documents$/;

/** A text that is in no register. */
const UNSEEN = planted('principals', 'Nobody has seen this text\n\nNothing of it is known.', {});

const above = (clearance: Marking): Secret[] => SECRETS.filter(({ marking }) => !maySee(clearance, marking));
const statusOf = (words: string): number => Number(words.slice(0, 3));

function partsOf(route: string): [method: string, pattern: string] {
  const [method = '', pattern = ''] = route.split(' ');
  return [method, pattern];
}

function whoIs({ account }: Person): Who {
  return account === undefined
    ? { kind: 'nobody' }
    : { kind: 'account', account, scopes: scopesOf(account.role), session: '' };
}

/** The ids in an address that a clearance hides, each with one of its form that there is not. */
function hiddenIn(address: string, clearance: Marking): { readonly id: string; readonly unknown: string }[] {
  const hidden = TEXTS.filter(({ marking }) => !maySee(clearance, marking));
  const pairs = clearance === 'public' ? ['FJI-ISL', 'BTN-MLT'] : ['BTN-MLT'];
  return [
    ...[...ids.commitments, ...ids.meetings].map((id) => ({ id, unknown: UNKNOWN.commitment })),
    ...TEXTS.map(({ document: { id } }) => ({ id, unknown: UNKNOWN.document })),
    ...pairs.map((id) => ({ id, unknown: UNKNOWN.pair })),
  ].filter(
    ({ id }) =>
      address.includes(id) &&
      (id.includes('-') && !id.includes('~') ? true : hidden.some(({ document }) => id.startsWith(document.id))),
  );
}

/**
 * The same words with what there is not in place of what is hidden: ids, which pages write with a `#` where addresses have `~`, the names of
 * states that the address itself gives, and the digest of all that.
 */
function inPlaceOf({ id, unknown }: { readonly id: string; readonly unknown: string }, words: string): string {
  const pairs = [[id, unknown], [id.replace('~', '#'), unknown.replace('~', '#')], ...namesIn(id, unknown)];
  return pairs
    .reduce((text, [from = '', to = '']) => text.replaceAll(from, to), words)
    .replaceAll(/^etag: .*$/gm, 'etag: …');
}

function namesIn(pair: string, unknown: string): string[][] {
  if (!/^[A-Z]{3}-[A-Z]{3}$/.test(pair)) return [];
  const [from, to] = [pair, unknown].map((codes) => codes.split('-').map((code) => actorName(code, 'en')));
  return (from ?? []).map((name, index) => [name, to?.[index] ?? '']);
}

/** Rules and notes what the clearance has to say, and saves a search for a secret; gives the id of a note on the text. */
async function rule(desk: TeamSite['desk'], clearance: Marking, text: Planted | undefined): Promise<string> {
  const own = deskOf(desk, { name: `ruler-${clearance}`, clearance });
  for (const ruling of RULINGS.filter(({ by }) => by === clearance)) {
    const payload = 'with' in ruling ? { with: commitmentOf(ruling.with) } : ruling.payload;
    const { kind, marking, on } = ruling;
    await decide(own, { kind, subject: commitmentOf(on), payload, why: '', marking });
  }
  await saveSearch(own, { name: 'ulverstone', query: 'q=ulverstone' });
  const note = { kind: 'note', subject: commitmentOf(text), payload: { text: 'filed' }, why: '' } as const;
  return (await decide(own, note)).id;
}

const CLEARANCES_BELOW = ['public', 'delegation'] as const;
const EVERYBODY = MARKINGS.flatMap((clearance) => ROLES.map((role) => [role, clearance] as const));

describe.skipIf(site === undefined)('in a register with secrets', { timeout: 300_000 }, () => {
  if (site === undefined) return;
  const { desk, app, faults, everybody, close } = site;
  let people: readonly Person[] = [];
  /** The id of a decision about the first text of each marking. */
  let rulings: ReadonlyMap<Marking, string> = new Map();
  /** What the two lower clearances saw before what is above them was there. */
  const before = new Map<Marking, ReadonlyMap<string, string>>();
  const answers = new Map<Person, ReadonlyMap<string, string>>();

  beforeAll(async () => {
    people = await everybody();
    for (const [index, texts] of [OPEN, OF_DELEGATION, OF_PRINCIPALS].entries()) {
      const marking = MARKINGS[index] ?? 'public';
      await plant(desk, marking, texts);
      rulings = new Map([...rulings, [marking, await rule(desk, marking, texts[0])]]);
      for (const clearance of MARKINGS) await refreshStandings(deskOf(desk, { name: 'refresher', clearance }));
      if (marking !== 'principals') before.set(marking, await answersTo(app, person('administrator', marking), PLAIN));
    }
  }, 300_000);
  afterAll(close);

  const person = (role: Person['role'], clearance: Marking): Person =>
    people.find((one) => one.role === role && one.clearance === clearance) ?? NOBODY;

  /** What somebody is answered everywhere, asked once. */
  async function answersOf(who: Person): Promise<ReadonlyMap<string, string>> {
    const asked = who.role === 'administrator' ? ASKED : ASKED.filter((address) => !SLOW.test(address));
    const known = answers.get(who) ?? (await answersTo(app, who, asked));
    answers.set(who, known);
    return known;
  }

  test.each(EVERYBODY)('a %s cleared for %s meets nothing above that', async (role, clearance) => {
    const met = await answersOf(person(role, clearance));
    expect([...met].flatMap(([address, words]) => leaksIn(words, address, above(clearance)))).toEqual([]);
    expect(met.size).toBeGreaterThan(200);
  });

  test('nobody comes further than the log-in', async () => {
    const met = await answersOf(NOBODY);
    expect([...met].flatMap(([address, words]) => leaksIn(words, address, SECRETS))).toEqual([]);
    const answered = [...met].filter(([, words]) => !/^401\n/.test(words)).map(([address]) => address);
    expect(answered.sort()).toEqual(['/assets/readout.css', '/favicon.ico', '/health', '/login']);
  });

  test('the highest clearance meets all of it, in every list and file', async () => {
    const met = [...(await answersOf(person('administrator', 'principals')))];
    const tells = (secrets: readonly Secret[]) =>
      met.filter(([address, words]) => leaksIn(words, address, secrets).length > 0);
    expect(SECRETS.filter((secret) => tells([secret]).length === 0)).toEqual([]);
    const telling = tells(SECRETS).map(([address]) => address);
    expect(
      met.map(([address]) => address).filter((address) => TELLING.test(address) && !telling.includes(address)),
    ).toEqual([]);
  });

  test.each(CLEARANCES_BELOW)(
    'what is hidden from who is cleared for %s is answered as what there is not',
    async (clearance) => {
      const met = await answersOf(person('administrator', clearance));
      for (const [address, words] of met) {
        const [hidden] = hiddenIn(address, clearance);
        // A search has the words that it was asked for in its title.
        if (hidden === undefined || address.includes('?q=')) continue;
        const answer = inPlaceOf(hidden, words);
        const other = met.get(inPlaceOf(hidden, address)) ?? '';
        expect({ address, answer }).toEqual({ address, answer: inPlaceOf(hidden, other) });
      }
    },
  );

  test.each(EVERYBODY)('a %s cleared for %s changes nothing that is not theirs to change', async (role, clearance) => {
    const own = person(role, clearance);
    const texts = TEXTS.filter(({ marking }) => !maySee(clearance, marking));
    for (const text of texts.length > 0 ? texts.slice(0, 1) : [UNSEEN])
      for (const [route, posts] of Object.entries(postsAbout(text, rulings.get(text.marking) ?? '')))
        for (const post of posts) {
          const isAllowed = may(whoIs(own), permissionOf(...partsOf(route)) ?? 'open');
          if (isAllowed && text === UNSEEN) continue;
          const words = await answerToPost(app, own, post);
          const known = post.hasText ? text.secrets.filter((secret) => !text.aside.includes(secret)) : [];
          const request = decodeURIComponent(`${post.address} ${post.body} ${known.join(' ')}`);
          expect({ route, leaks: leaksIn(words, request, above(clearance)) }).toEqual({ route, leaks: [] });
          expect({ route, status: isAllowed ? post.expected : [403] }).toEqual({
            route,
            status: expect.arrayContaining([statusOf(words)]),
          });
        }
  });

  test('nobody posts anything', async () => {
    for (const posts of Object.values(postsAbout(OF_PRINCIPALS[0] ?? UNSEEN, '')))
      for (const post of posts)
        expect(post.address === '/settings' ? 401 : statusOf(await answerToPost(app, NOBODY, post))).toBe(401);
  });

  test('every route that changes something was tried', () => {
    const tried = Object.keys(postsAbout(UNSEEN, ''));
    const all = routesOf(app)
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
    // The first two are what the tests of the log-in are about.
    expect(all.filter((route) => !tried.includes(route)).sort()).toEqual(['POST /login', 'POST /logout']);
  });

  test.each(CLEARANCES_BELOW)(
    'to who is cleared for %s the record is what it was without the secrets',
    async (clearance) => {
      const now = await answersTo(app, person('administrator', clearance), PLAIN);
      const changed = [...now].filter(([address, words]) => before.get(clearance)?.get(address) !== words);
      expect(changed.map(([address]) => address)).toEqual([]);
      expect(now.size).toBeGreaterThan(200);
    },
  );

  test('nothing broke', () => expect(faults).toEqual([]));
});
