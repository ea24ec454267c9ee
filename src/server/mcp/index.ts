import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import {
  BRIEF_FORMATS,
  brief,
  type Desk,
  document,
  dossier,
  meeting,
  pairIdOf,
  resolveActor,
  STATUSES,
  search,
} from '../../desk/index.ts';
import { AREAS, IsoDate, LANGUAGES, ReadoutError, type Span } from '../../model/index.ts';
import { commitmentView, comparisonView } from '../api/views.ts';
import { documentHref } from '../hrefs.ts';
import { locale } from '../locale/locales.ts';

const States = {
  state: z.string().describe('a state or organization: KAZ, Kazakhstan, Казахстан'),
  other: z.string().describe('the other one'),
};
const AsOf = IsoDate.optional().describe('the day as of which the record is asked about; today where it is left out');

/**
 * The register as tools for assistants, over the Model Context Protocol: whatever is answered carries the ids of its documents and the
 * offsets of its words, so that it can be cited.
 */
export function createMcpServer(desk: Desk, version: string): McpServer {
  const server = new McpServer({ name: 'readout', version });
  const pairOf = (state: string, other: string): string => pairIdOf(resolveActor(state), resolveActor(other));
  server.registerTool(
    'search',
    {
      description: 'Finds official texts by words in any of their forms; a snippet and a permalink for each',
      inputSchema: {
        words: z.string().describe('"quotation marks" around words that stand together'),
        area: z.enum(AREAS).optional(),
        from: IsoDate.optional(),
        to: IsoDate.optional(),
        limit: z.int().min(1).max(50).default(10),
      },
    },
    ({ words, ...filters }) =>
      answer(async () => {
        const { results } = await search(desk, words, filters);
        return results.map(({ document: found, snippet, at, marks }) => ({
          ...found,
          snippet,
          permalink: permalink(found.id, [at + (marks[0]?.[0] ?? 0), at + (marks[0]?.[1] ?? 0)]),
        }));
      }),
  );
  server.registerTool(
    'commitments',
    {
      description: 'The commitments in the record of two states, with status, words, sources and what became of them',
      inputSchema: {
        ...States,
        area: z.enum(AREAS).optional(),
        status: z.enum(STATUSES).optional(),
        asOf: AsOf,
      },
    },
    ({ state, other, area, status, asOf }) =>
      answer(async () => {
        const filters = {
          areas: area === undefined ? [] : [area],
          statuses: status === undefined ? [] : [status],
          asOf,
        };
        const { commitments } = await dossier(desk, pairOf(state, other), filters);
        return commitments.map(commitmentView);
      }),
  );
  server.registerTool(
    'brief',
    {
      description: 'What is needed for the next talks of two states, as Markdown with citations',
      inputSchema: {
        ...States,
        for: z.string().optional().describe('the side that it is written for'),
        asOf: AsOf,
        language: z
          .enum(LANGUAGES)
          .default('en')
          .describe('the language of its own words; quoted words stay as they are'),
      },
    },
    ({ state, other, for: side, asOf, language }) =>
      answer(async () => {
        const words = locale(language);
        const request = { words, asOf, for: side === undefined ? undefined : resolveActor(side) };
        const written = await brief(desk, pairOf(state, other), request);
        const hrefOf = ({ document: id, span }: { document: string; span: Span }) => permalink(id, span);
        return String(await BRIEF_FORMATS.md.write(written, { words, hrefOf }));
      }),
  );
  server.registerTool(
    'compare',
    {
      description: 'What both sides told of a meeting, what only one of them did, and where they differ',
      inputSchema: { meeting: z.string().describe('the id of a meeting, DOCUMENT#m120-168') },
    },
    ({ meeting: id }) => answer(async () => (await meeting(desk, id)).comparisons.map(comparisonView)),
  );
  server.registerTool(
    'document',
    {
      description: 'One official text with its reading: actors, meetings, statements, commitments, each with its span',
      inputSchema: { id: z.string() },
    },
    ({ id }) =>
      answer(async () => {
        const { summary, document: stored, reading } = await document(desk, id);
        return { document: summary, text: stored.text, reading };
      }),
  );
  return server;
}

/** An answer as text, or what was wrong with the question, for the assistant to mend it. */
async function answer(work: () => Promise<unknown>) {
  try {
    const found = await work();
    return { content: [{ type: 'text' as const, text: typeof found === 'string' ? found : JSON.stringify(found) }] };
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    return { isError: true, content: [{ type: 'text' as const, text: error.message }] };
  }
}

/** The address of words among the pages. */
function permalink(id: string, [start, end]: readonly [number, number]): string {
  return `${documentHref(id)}#s=${start}-${end}`;
}
