import { type Desk, documents, dossier, type PairSummary, pairs, search } from '../src/desk/index.ts';
import { commitmentHref, documentHref, meetingHref } from '../src/server/hrefs.ts';

/** Something that can be asked of a server; a page is also measured in a browser. */
export interface Address {
  readonly name: string;
  readonly path: string;
  readonly isPage: boolean;
}

/** Words of which some occur in any register that is measured: the examples' and generated ones. */
const WORDS = ['border crossing', 'word20'];

/** One address of every kind that the server answers, with things that the register has; the pairs are the largest and the middle one. */
export async function addressesOf(desk: Desk): Promise<readonly Address[]> {
  const all = await pairs(desk);
  const [largest, middle] = [all[0], all[all.length >> 1]];
  if (largest === undefined || middle === undefined) throw new RangeError('the register is empty');
  const [words = ''] = await found(desk);
  return [
    ...addresses(true, {
      home: '/',
      ...(await ofPair(desk, 'largest', largest)),
      ...(middle === largest ? {} : await ofPair(desk, 'middle', middle)),
      ...(await ofDocument(desk)),
      commitments: '/commitments',
      'commitments, overdue': '/commitments?status=overdue',
      'commitments, narrowed': `/commitments?status=open&area=transport&actor=${largest.a}&due=90`,
      documents: '/documents',
      search: '/search',
      'search, words': `/search?q=${words}`,
      'search, narrowed': `/search?q=${words}&actor=${largest.a}&from=2010-01-01&language=en`,
      areas: '/areas',
      area: '/areas/transport',
      instruments: '/instruments',
      actors: '/actors',
      actor: `/actors/${largest.a}`,
      'review, pairs': '/review',
      add: '/add',
      help: '/help',
      codebook: '/help/codebook',
    }),
    ...addresses(false, dataOf(largest.pair, words)),
  ];
}

function addresses(isPage: boolean, paths: Readonly<Record<string, string>>): Address[] {
  return Object.entries(paths).map(([name, path]) => ({ name, path: path.replaceAll(' ', '+'), isPage }));
}

/** The words that documents of the register have. */
async function found(desk: Desk): Promise<string[]> {
  const pages = await Promise.all(WORDS.map((words) => search(desk, words, { limit: 1 })));
  return WORDS.filter((_, index) => pages[index]?.results.length === 1);
}

async function ofPair(desk: Desk, size: string, { pair, commitments: count, a }: PairSummary) {
  const { commitments, meetings } = await dossier(desk, pair);
  const path = `/pairs/${pair}`;
  return {
    [`dossier, ${size} (${count} mentions)`]: path,
    [`dossier, ${size}, filters`]: `${path}?area=transport&status=open&side=${a}`,
    [`dossier, ${size}, asOf`]: `${path}?asOf=2020-06-30`,
    [`commitment, ${size}`]: commitmentHref(commitments[commitments.length >> 1]?.record.id ?? ''),
    [`meeting, ${size}`]: meetingHref(meetings[meetings.length >> 1]?.id ?? ''),
    [`compare, ${size}`]: `/compare?pair=${pair}`,
    [`brief, ${size}`]: `/brief?pair=${pair}`,
    [`review, ${size}`]: `/review?pair=${pair}`,
  };
}

async function ofDocument(desk: Desk) {
  const [newest] = await documents(desk, { limit: 1 });
  return { document: documentHref(newest?.id ?? '') };
}

/** What is no page: files, feeds, and the answers of the API. */
function dataOf(pair: string, words: string) {
  return {
    'brief as DOCX': `/pairs/${pair}/brief/docx`,
    'brief as PDF': `/pairs/${pair}/brief/pdf`,
    'brief as Markdown': `/pairs/${pair}/brief/md`,
    calendar: `/pairs/${pair}/calendar.ics`,
    'search as Atom': `/search.atom?q=${words}`,
    'agenda as a calendar': '/agenda.ics',
    'export, CSV': '/export/commitments.csv',
    'export, JSON Lines': '/export/readings.jsonl',
    'API, pairs': '/api/v1/pairs',
    'API, dossier': `/api/v1/pairs/${pair}`,
    'API, brief': `/api/v1/pairs/${pair}/brief`,
    'API, review': `/api/v1/pairs/${pair}/review`,
    'API, commitments': '/api/v1/commitments?limit=200',
    'API, search': `/api/v1/search?q=${words}`,
    'API, agenda': '/api/v1/agenda',
    OpenAPI: '/api/v1/openapi.json',
  };
}
