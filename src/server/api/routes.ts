import { z } from 'zod';
import {
  agenda,
  brief,
  commitment,
  type Desk,
  decide,
  document,
  documents,
  dossier,
  findings,
  meeting,
  PAYLOADS,
  pairs,
  readText,
  reviewQueue,
  STATUSES,
  search,
  undo,
} from '../../desk/index.ts';
import { ACTS, AREAS, IsoDate, LANGUAGES, Reading } from '../../model/index.ts';
import { idInAddress } from '../hrefs.ts';
import { areaOf, dayOf, filtersOf, limitOf } from '../http/filters.ts';
import { searchFilters } from '../http/search-filters.ts';
import { languageOf, locale } from '../locale/locales.ts';
import * as schemas from './schemas.ts';
import * as views from './views.ts';

/** A request as a route sees it. */
export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** One route: what is documented is what is served. Paths are those of OpenAPI, below `/api/v1`. */
export interface ApiRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly answer: (desk: Desk, request: ApiRequest) => Promise<unknown>;
}

const Day = IsoDate.optional();
const Area = z.enum(AREAS).optional();
const Limit = z.coerce.number().int().min(1).max(200).optional();
const Filters = z.object({
  area: z.array(z.enum(AREAS)).optional().describe('several are set apart by commas'),
  status: z.array(z.enum(STATUSES)).optional().describe('several are set apart by commas'),
  side: z.string().optional().describe('a party alone, or "joint"'),
  from: Day,
  to: Day,
  asOf: Day.describe('the day as of which the record is shown'),
});
const SearchQuery = z.object({
  q: z.string().describe('words in any of their forms; "quotation marks" around words that stand together'),
  page: z.coerce.number().int().min(1).optional(),
  actor: z.string().optional(),
  area: Area,
  language: z.string().optional(),
  from: Day,
  to: Day,
});
const NewDecision = z.strictObject({
  kind: z.enum(Object.keys(PAYLOADS) as [keyof typeof PAYLOADS]),
  subject: z.string().describe('the id of a finding or document'),
  payload: z.record(z.string(), z.unknown()).default({}),
  who: z.string().min(1),
  why: z.string().default(''),
});
const Text = z.strictObject({
  text: z.string().min(1),
  publishedAt: Day,
  publisher: z.string().optional(),
  url: z.string().optional(),
});

const id = (request: ApiRequest): string => idInAddress(request.params.id ?? '');

/** Every route of the API. */
export const ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/pairs',
    id: 'listPairs',
    summary: 'Pairs of states, and of states and organizations, with a record',
    response: z.array(schemas.PairSummary),
    answer: async (desk) => (await pairs(desk)).map(views.pairView),
  },
  {
    method: 'get',
    path: '/pairs/{pair}',
    id: 'getDossier',
    summary: 'The dossier of a pair: meetings, commitments, documents signed, texts and scores',
    query: Filters,
    response: schemas.DossierView,
    answer: async (desk, { params, query }) =>
      views.dossierView(await dossier(desk, params.pair ?? '', filtersOf(query))),
  },
  {
    method: 'get',
    path: '/pairs/{pair}/brief',
    id: 'getBrief',
    summary: 'What is needed for the next talks of a pair',
    query: z.object({
      for: z.string().optional().describe('the side that the brief is written for'),
      asOf: Day,
      lang: z.enum(LANGUAGES).optional().describe('the language of its own words; English where it is left out'),
    }),
    response: schemas.BriefView,
    answer: (desk, { params, query }) =>
      brief(desk, params.pair ?? '', {
        for: query.get('for') || undefined,
        asOf: dayOf(query, 'asOf'),
        words: locale(languageOf(query.get('lang') ?? undefined) ?? 'en'),
      }),
  },
  {
    method: 'get',
    path: '/pairs/{pair}/review',
    id: 'getReviewQueue',
    summary: 'What waits for a person in the record of a pair, the most doubtful first',
    response: z.array(schemas.ReviewView),
    answer: async (desk, { params }) => (await reviewQueue(desk, params.pair ?? '')).map(views.reviewView),
  },
  {
    method: 'get',
    path: '/commitments/{id}',
    id: 'getCommitment',
    summary: 'A commitment with its history',
    query: z.object({ asOf: Day }),
    response: schemas.CommitmentDetail,
    answer: async (desk, request) =>
      views.commitmentDetail(await commitment(desk, id(request), dayOf(request.query, 'asOf'))),
  },
  {
    method: 'get',
    path: '/meetings/{id}',
    id: 'getMeeting',
    summary: 'A meeting with its accounts set side by side',
    response: schemas.MeetingDetail,
    answer: async (desk, request) => views.meetingDetail(await meeting(desk, id(request))),
  },
  {
    method: 'get',
    path: '/documents',
    id: 'listDocuments',
    summary: 'Documents, the newest first',
    query: z.object({ actor: z.string().optional(), after: z.string().optional(), limit: Limit }),
    response: z.array(schemas.DocumentSummary),
    answer: async (desk, { query }) => {
      const after = query.get('after');
      const last = after === null || after === '' ? {} : { after: (await document(desk, after)).summary };
      const actor = query.get('actor');
      return documents(desk, { limit: limitOf(query), ...last, ...(actor ? { actor } : {}) });
    },
  },
  {
    method: 'get',
    path: '/documents/{id}',
    id: 'getDocument',
    summary: 'A document with its text and reading',
    response: schemas.DocumentDetail,
    answer: async (desk, request) => {
      const { summary, document: stored, reading } = await document(desk, request.params.id ?? '');
      return { document: summary, text: stored.text, reading };
    },
  },
  ...(['commitment', 'meeting', 'instrument', 'progress'] as const).map(
    (kind): ApiRoute => ({
      method: 'get',
      path: kind === 'progress' ? '/progress' : `/${kind}s`,
      id: `list-${kind}`,
      summary: `Findings of the kind ${kind} over all documents, the newest first`,
      query: z.object({ area: Area, limit: Limit }),
      response: z.array(schemas.FindingView),
      answer: async (desk, { query }) => {
        const area = query.get('area');
        const options = { limit: limitOf(query), ...(area ? { area: areaOf(area) } : {}) };
        return (await findings(desk, kind, options)).map(views.findingView);
      },
    }),
  ),
  {
    method: 'get',
    path: '/search',
    id: 'search',
    summary: 'Documents that have all the words, in any of their forms',
    query: SearchQuery,
    response: schemas.SearchAnswer,
    answer: (desk, { query }) => search(desk, query.get('q') ?? '', searchFilters(query)),
  },
  {
    method: 'get',
    path: '/agenda',
    id: 'getAgenda',
    summary: 'What is due in the next 90 days, and what is overdue',
    query: z.object({ asOf: Day }),
    response: z.object({ asOf: IsoDate, due: z.array(schemas.DueView), overdue: z.array(schemas.DueView) }),
    answer: async (desk, { query }) => {
      const asOf = dayOf(query, 'asOf');
      const days = await agenda(desk, asOf === undefined ? {} : { asOf });
      return { asOf: days.asOf, due: days.due.map(views.dueView), overdue: days.overdue.map(views.dueView) };
    },
  },
  {
    method: 'get',
    path: '/codebook',
    id: 'getCodebook',
    summary: 'The values of areas, acts and statuses',
    response: schemas.CodebookView,
    answer: async () => ({ areas: AREAS, acts: ACTS, statuses: STATUSES }),
  },
  {
    method: 'post',
    path: '/read',
    id: 'readText',
    summary: 'The reading of a text, without filing it',
    body: Text,
    response: Reading,
    answer: async (_desk, { body }) => {
      const { text, ...metadata } = Text.parse(body);
      return readText(text, metadata).reading;
    },
  },
  {
    method: 'post',
    path: '/decisions',
    id: 'decide',
    summary: 'Records what a person rules about a finding or document',
    body: NewDecision,
    response: schemas.RulingView,
    answer: (desk, { body }) => decide(desk, NewDecision.parse(body)),
  },
  {
    method: 'post',
    path: '/decisions/{id}/undo',
    id: 'undoDecision',
    summary: 'Takes a decision back; both stay in the list',
    body: z.strictObject({ who: z.string().min(1), why: z.string().default('') }),
    response: schemas.RulingView,
    answer: (desk, { params, body }) =>
      undo(desk, params.id ?? '', z.object({ who: z.string(), why: z.string() }).parse(body)),
  },
];
