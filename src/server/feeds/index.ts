import {
  commitmentList,
  type Desk,
  dossier,
  exportPlover,
  exportReadings,
  exportTable,
  followedPairs,
} from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import { asksFollowed } from '../http/commitment-filters.ts';
import type { App } from '../http/env.ts';
import { recordExport } from '../http/exports.ts';
import { filtersOf } from '../http/filters.ts';
import { streamLines } from '../http/lines.ts';
import { foundBy, nameOfSearch } from '../http/search-request.ts';
import { atomFeed, feedEntries } from './atom.ts';
import { agendaCalendar, calendarOf } from './calendar.ts';

/** How far ahead the calendar of all deadlines looks, and how many of them it holds. */
const DAYS_AHEAD = 366;
const MOST_EVENTS = 1000;

/** The files in which the whole register can be had. */
const EXPORTS: Readonly<Record<string, { type: string; lines: (desk: Desk) => AsyncIterable<string> }>> = {
  'commitments.csv': { type: 'text/csv; charset=utf-8', lines: (desk) => exportTable(desk, 'commitment') },
  'meetings.csv': { type: 'text/csv; charset=utf-8', lines: (desk) => exportTable(desk, 'meeting') },
  'instruments.csv': { type: 'text/csv; charset=utf-8', lines: (desk) => exportTable(desk, 'instrument') },
  'progress.csv': { type: 'text/csv; charset=utf-8', lines: (desk) => exportTable(desk, 'progress') },
  'readings.jsonl': { type: 'application/jsonl; charset=utf-8', lines: exportReadings },
  'plover.jsonl': { type: 'application/jsonl; charset=utf-8', lines: exportPlover },
};

/** The names of the files of the export. */
export const EXPORT_NAMES: readonly string[] = Object.keys(EXPORTS);

/** Feeds, calendars and exports. */
export function addFeeds(app: App): void {
  app.get('/search.atom', async (context) => {
    const { url, locale } = context.get('view');
    const found = await foundBy(context.var.desk, url.searchParams);
    const title = `${nameOfSearch(url.searchParams, locale)} · ${locale.t('search.title')} · Readout`;
    const entries = feedEntries(found, locale);
    return context.body(atomFeed(title, `${url.origin}/search${url.search}`, url.href, entries), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
    });
  });
  app.get('/agenda.ics', async (context) => {
    const { url, locale } = context.get('view');
    const { desk } = context.var;
    const pairs = asksFollowed(url.searchParams) ? await followedPairs(desk) : undefined;
    const { items } = await commitmentList(desk, { due: DAYS_AHEAD, pairs }, { limit: MOST_EVENTS });
    await recordExport(context);
    return context.body(agendaCalendar(items, url.origin, locale), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    });
  });
  app.get('/pairs/:pair/calendar.ics', async (context) => {
    const { url, locale } = context.get('view');
    const found = await dossier(context.var.desk, context.req.param('pair'), filtersOf(url.searchParams));
    await recordExport(context);
    return context.body(calendarOf(found, url.origin, locale), 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });
  app.get('/export/:file', async (context) => {
    const name = context.req.param('file');
    const file = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined;
    if (file === undefined)
      throw new ReadoutError('not-found', 'no export is called', name, `there are ${EXPORT_NAMES.join(', ')}`);
    await recordExport(context);
    context.header('content-type', file.type);
    context.header('content-disposition', `attachment; filename="${name}"`);
    return streamLines(context, file.lines(context.var.desk));
  });
}
