import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIEF_FORMATS, decide, deskOf, saveSearch } from '../../desk/index.ts';
import { MARKINGS, type Marking, maySee, ROLES } from '../../model/index.ts';
import { EXPORT_NAMES } from '../feeds/index.ts';
import { addressesOf, type Parameters, routesOf } from '../testing/requests.ts';
import { OF_DELEGATION, OF_PRINCIPALS, OPEN, type Planted } from '../testing/secrets.ts';
import { NOBODY, type Person, type TeamSite, teamSite } from '../testing/team-site.ts';
import { answersTo, commitmentOf, idsOf, leaksIn, plant, type Secret } from '../testing/walk.ts';

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

const PAIRS = ['KAZ-KGZ', 'FJI-ISL', 'BTN-MLT'].map((pair) => `?pair=${pair}`);
const WORDS = ['railway', 'wheat', 'agreed', ...SECRETS.map(({ words }) => words)];
const SEARCHES = [
  ...WORDS.map((word) => `?q=${encodeURIComponent(word)}`),
  '?q=agreed&actor=FJI',
  '?q=talks&area=finance',
];

/** Further words behind the addresses of a route. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/search': ['', ...SEARCHES],
  '/search.atom': SEARCHES,
  '/api/v1/search': SEARCHES,
  '/review': ['', ...PAIRS],
  '/brief': ['', ...PAIRS],
  '/compare': ['', ...PAIRS],
  '/documents': ['', ...TEXTS.map(({ document }) => `?after=${document.id}`)],
  '/api/v1/documents': ['', '?actor=FJI', '?actor=KAZ', ...TEXTS.map(({ document }) => `?after=${document.id}`)],
  '/pairs/:pair': ['', '?asOf=2023-12-31', '?side=joint'],
  '/api/v1/pairs/:pair': ['', '?asOf=2023-12-31'],
  '/api/v1/agenda': ['', '?asOf=2023-11-01', '?asOf=2026-11-01'],
  '/log': ['', '?action=document-added', '?action=decision', '?action=export'],
};

const site = await teamSite();

/** Every address that is asked. */
const ASKED = site === undefined ? [] : addressesOfSite(site);

/** Those whose answer is made by the record alone, and not by who has come and gone. */
const PLAIN = ASKED.filter((address) => !/^\/(?:log|accounts)/.test(address));

function addressesOfSite({ app }: TeamSite): string[] {
  return routesOf(app)
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) =>
      addressesOf(path, PARAMETERS).flatMap((address) => (QUERIES[path] ?? ['']).map((query) => address + query)),
    );
}

/** Rules and notes what the clearance has to say, and saves a search for a secret. */
async function rule(desk: TeamSite['desk'], clearance: Marking): Promise<void> {
  const own = deskOf(desk, { name: `ruler-${clearance}`, clearance });
  for (const ruling of RULINGS.filter(({ by }) => by === clearance)) {
    const payload = 'with' in ruling ? { with: commitmentOf(ruling.with) } : ruling.payload;
    const { kind, marking, on } = ruling;
    await decide(own, { kind, subject: commitmentOf(on), payload, why: '', marking });
  }
  await saveSearch(own, { name: 'ulverstone', query: 'q=ulverstone' });
}

describe.skipIf(site === undefined)('in a register with secrets', { timeout: 120_000 }, () => {
  const { desk, app, faults, everybody, close } = site as TeamSite;
  let people: readonly Person[] = [];
  /** What the two lower clearances saw before what is above them was there. */
  const before = new Map<Marking, ReadonlyMap<string, string>>();

  beforeAll(async () => {
    people = await everybody();
    for (const [index, texts] of [OPEN, OF_DELEGATION, OF_PRINCIPALS].entries()) {
      const marking = MARKINGS[index] ?? 'public';
      await plant(desk, marking, texts);
      await rule(desk, marking);
      if (marking !== 'principals') before.set(marking, await answersTo(app, person('administrator', marking), PLAIN));
    }
  }, 120_000);
  afterAll(close);

  const person = (role: Person['role'], clearance: Marking): Person =>
    people.find((one) => one.role === role && one.clearance === clearance) ?? NOBODY;

  test.each(MARKINGS.flatMap((clearance) => ROLES.map((role) => [role, clearance] as const)))(
    'a %s cleared for %s meets nothing above that',
    async (role, clearance) => {
      const hidden = SECRETS.filter(({ marking }) => !maySee(clearance, marking));
      const answers = await answersTo(app, person(role, clearance), ASKED);
      expect([...answers].flatMap(([address, words]) => leaksIn(words, address, hidden))).toEqual([]);
      expect(answers.size).toBeGreaterThan(200);
    },
  );

  test('nobody comes further than the log-in', async () => {
    const open = await answersTo(app, NOBODY, ASKED);
    expect([...open].flatMap(([address, words]) => leaksIn(words, address, SECRETS))).toEqual([]);
    const answered = [...open].filter(([, words]) => !/^401\n/.test(words)).map(([address]) => address);
    expect(answered.sort()).toEqual(['/assets/readout.css', '/favicon.ico', '/health', '/login']);
  });

  test('the highest clearance meets all of it, in every file that has it', async () => {
    const answers = await answersTo(app, person('administrator', 'principals'), ASKED);
    const all = [...answers].map(([address, words]) => `${address} ${words}`);
    const met = SECRETS.filter((secret) =>
      [...answers].some(([address, words]) => leaksIn(words, address, [secret]).length > 0),
    );
    expect(SECRETS.filter((secret) => !met.includes(secret))).toEqual([]);
    const silent = [...answers]
      .filter(([address]) =>
        /^\/export\/|^\/pairs\/BTN-MLT\/(?:brief|calendar)|^\/$|^\/log$|^\/(?:api\/v1\/)?documents$/.test(address),
      )
      .filter(([address, words]) => leaksIn(words, address, SECRETS).length === 0);
    expect(silent.map(([address]) => address)).toEqual([]);
    expect(all.length).toBeGreaterThan(200);
  });

  test.each(['public', 'delegation'] as const)('to who is cleared for %s nothing has changed', async (clearance) => {
    const now = await answersTo(app, person('administrator', clearance), PLAIN);
    const changed = [...now].filter(([address, words]) => before.get(clearance)?.get(address) !== words);
    expect(changed.map(([address]) => address)).toEqual([]);
    expect(now.size).toBeGreaterThan(200);
  });

  test('nothing broke', () => expect(faults).toEqual([]));
});
