import { z } from 'zod';
import {
  agenda,
  brief,
  commitment,
  commitmentList,
  countStale,
  type Desk,
  decide,
  document,
  documents,
  dossier,
  findings,
  followedPairs,
  meeting,
  PAYLOADS,
  type Previewer,
  pairs,
  reviewQueue,
  type Scope,
  STATUSES,
  search,
  undo,
} from '../../desk/index.ts';
import { ACTS, AREAS, IsoDate, LANGUAGES, MARKINGS, Reading } from '../../model/index.ts';
import { idInAddress } from '../hrefs.ts';
import { asksFollowed, commitmentFilters, MOST_DAYS, OVERDUE } from '../http/commitment-filters.ts';
import { areaOf, dayOf, filtersOf, limitOf, pageNumber } from '../http/filters.ts';
import { searchFilters } from '../http/search-filters.ts';
import { languageOf, locale } from '../locale/locales.ts';
import * as schemas from './schemas.ts';
import * as views from './views.ts';

/** A request as a route sees it. */
export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Reads texts that are not filed. */
  readonly previewer: Pick<Previewer, 'preview'>;
}

/** One route: what is documented is what is served. Paths are those of OpenAPI, below `/api/v1`. */
export interface ApiRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** What the account or token of the caller must be allowed, where accounts are on. */
  readonly scope: Scope;
  /** What the body makes necessary beyond that. */
  readonly scopeOfBody?: (body: unknown) => Scope;
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
  q: z.string().describe('words in any of their forms, 32 at most; "quotation marks" around words that stand together'),
  page: z.coerce.number().int().min(1).optional(),
  actor: z.string().optional(),
  area: Area,
  language: z.string().optional(),
  from: Day,
  to: Day,
});
const CommitmentQuery = z.object({
  status: z
    .array(z.enum([...STATUSES, OVERDUE]))
    .optional()
    .describe('several are set apart by commas; overdue is what should have been done and is not'),
  due: z.coerce.number().int().min(0).max(MOST_DAYS).optional().describe('only what is due within so many days'),
  area: z.array(z.enum(AREAS)).optional().describe('several are set apart by commas'),
  actor: z.string().optional().describe('a party'),
  pair: z.array(z.string()).optional().describe('several are set apart by commas'),
  followed: z.boolean().optional().describe('only of the pairs that are followed'),
  from: Day.describe('when it was made'),
  to: Day,
  asOf: Day.describe('the day as of which the status is asked for'),
  q: z
    .string()
    .optional()
    .describe('words in any of their forms, 32 at most; "quotation marks" around words that stand together'),
  page: z.coerce.number().int().min(1).optional(),
  limit: Limit,
});
const NewDecision = z.strictObject({
  kind: z.enum(Object.keys(PAYLOADS) as [keyof typeof PAYLOADS]),
  subject: z.string().describe('the id of a finding or document'),
  payload: z.record(z.string(), z.unknown()).default({}),
  who: z.string().min(1).optional().describe('counts where there are no accounts only'),
  why: z.string().default(''),
  marking: z.enum(MARKINGS).optional().describe('who may see it, where not all may who may see the document'),
});
const NewUndo = NewDecision.pick({ who: true, why: true });
const Text = z.strictObject({
  text: z.string().min(1).describe('200,000 characters at most'),
  publishedAt: Day,
  publisher: z.string().optional(),
  url: z.string().optional(),
});

/** A path of the table as the router has it. */
export function apiPath(path: string): string {
  return `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}

const id = (request: ApiRequest): string => idInAddress(request.params.id ?? '');

/** Every route of the API. */
export const ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/pairs',
    id: 'listPairs',
    summary: 'Pairs of states, and of states and organizations, with a record',
    scope: 'read',
    response: z.array(schemas.PairSummary),
    answer: async (desk) => (await pairs(desk)).map(views.pairView),
  },
  {
    method: 'get',
    path: '/pairs/{pair}',
    id: 'getDossier',
    summary: 'The dossier of a pair: meetings, commitments, documents signed, texts and scores',
    scope: 'read',
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
    scope: 'read',
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
    scope: 'decide',
    response: z.array(schemas.ReviewView),
    answer: async (desk, { params }) => (await reviewQueue(desk, params.pair ?? '')).map(views.reviewView),
  },
  {
    method: 'get',
    path: '/commitments/{id}',
    id: 'getCommitment',
    summary: 'A commitment with its history',
    scope: 'read',
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
    scope: 'read',
    response: schemas.MeetingDetail,
    answer: async (desk, request) => views.meetingDetail(await meeting(desk, id(request))),
  },
  {
    method: 'get',
    path: '/documents',
    id: 'listDocuments',
    summary: 'Documents, the newest first',
    scope: 'read',
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
    scope: 'read',
    response: schemas.DocumentDetail,
    answer: async (desk, request) => {
      const { summary, document: stored, reading } = await document(desk, request.params.id ?? '');
      return { document: summary, text: stored.text, reading };
    },
  },
  {
    method: 'get',
    path: '/commitments',
    id: 'listCommitments',
    summary: 'Undertakings over all pairs with their status; by deadline where one is asked for, else the newest first',
    scope: 'read',
    query: CommitmentQuery,
    response: schemas.StandingsView,
    answer: async (desk, { query }) => {
      const filters = await commitmentFilters(desk, query);
      const list = await commitmentList(desk, filters, { page: pageNumber(query), limit: limitOf(query) });
      return { ...list, stale: await countStale(desk) };
    },
  },
  ...(['meeting', 'instrument', 'progress'] as const).map(
    (kind): ApiRoute => ({
      method: 'get',
      path: kind === 'progress' ? '/progress' : `/${kind}s`,
      id: `list-${kind}`,
      summary: `Findings of the kind ${kind} over all documents, the newest first`,
      scope: 'read',
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
    scope: 'read',
    query: SearchQuery,
    response: schemas.SearchAnswer,
    answer: (desk, { query }) => search(desk, query.get('q') ?? '', searchFilters(query)),
  },
  {
    method: 'get',
    path: '/agenda',
    id: 'getAgenda',
    summary: 'What is due in the next 90 days, and what is overdue',
    scope: 'read',
    query: z.object({ asOf: Day }),
    response: schemas.AgendaView,
    answer: async (desk, { query }) => {
      const pairs = asksFollowed(query) ? await followedPairs(desk) : undefined;
      const days = await agenda(desk, { asOf: dayOf(query, 'asOf'), pairs, limit: limitOf(query) });
      return { ...days, stale: await countStale(desk) };
    },
  },
  {
    method: 'get',
    path: '/codebook',
    id: 'getCodebook',
    summary: 'The values of areas, acts and statuses',
    scope: 'read',
    response: schemas.CodebookView,
    answer: async () => ({ areas: AREAS, acts: ACTS, statuses: STATUSES }),
  },
  {
    method: 'post',
    path: '/read',
    id: 'readText',
    summary: 'The reading of a text, without filing it',
    scope: 'read',
    body: Text,
    response: Reading,
    answer: async (_desk, { body, previewer }) => {
      const { text, ...metadata } = Text.parse(body);
      return (await previewer.preview(text, metadata)).reading;
    },
  },
  {
    method: 'post',
    path: '/decisions',
    id: 'decide',
    summary: 'Records what a person rules about a finding or document',
    scope: 'add',
    // Whoever adds texts may leave notes; to rule takes more.
    scopeOfBody: (body) => (NewDecision.parse(body).kind === 'note' ? 'add' : 'decide'),
    body: NewDecision,
    response: schemas.RulingView,
    answer: (desk, { body }) => decide(desk, NewDecision.parse(body)),
  },
  {
    method: 'post',
    path: '/decisions/{id}/undo',
    id: 'undoDecision',
    summary: 'Takes a decision back; both stay in the list',
    scope: 'decide',
    body: NewUndo,
    response: schemas.RulingView,
    answer: (desk, { params, body }) => undo(desk, params.id ?? '', NewUndo.parse(body)),
  },
];
