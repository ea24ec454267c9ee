import { AREAS, type Area, type IsoDate, lastDayOf } from '../../model/index.ts';
import { figureText } from '../compare/compare-sides.ts';
import type { CommitmentMention } from '../entry/types.ts';
import type { CommitmentRecord } from '../record/types.ts';
import { seriesOf } from '../status/series.ts';
import type { Status } from '../status/types.ts';
import type { BriefGroup, BriefLine, BriefSection } from './types.ts';
import { type BriefView, citationOf, dayText, groupOf, nameOf, namesOf, type Standing, timeText } from './view.ts';

/** Lines that fit, so that a brief keeps within four pages. */
const LIMITS = { overdue: 8, area: 3, areas: 6, kept: 6, numbers: 5 } as const;

const LIVE: ReadonlySet<Status> = new Set(['open', 'in-progress', 'partly', 'delayed', 'failed']);

/** Whether an undertaking is late on the day of the brief. */
function isOverdue({ at }: Standing): boolean {
  return at.status === 'delayed' || at.status === 'failed';
}

/** Still to be done, by whatever status. */
export function isLive({ at }: Standing): boolean {
  return LIVE.has(at.status);
}

/** Late undertakings, the longest overdue first. */
export function overdueSection(view: BriefView): BriefSection {
  const late = view.standings.filter(isOverdue).sort((a, b) => (a.at.since < b.at.since ? -1 : 1));
  return {
    id: 'overdue',
    title: 'Overdue',
    groups: [
      groupOf(
        late.map((one) => commitmentLine(view, one)),
        LIMITS.overdue,
      ),
    ],
  };
}

/** Undertakings that are not overdue, by whose they are and by area. */
export function openSections(view: BriefView): BriefSection[] {
  const open = view.standings.filter((one) => isLive(one) && !isOverdue(one));
  const sides = view.for === undefined ? view.states : [view.for, ...view.states.filter((state) => state !== view.for)];
  const [first, ...others] = sides;
  const ofSide = (state: string) =>
    open.filter(({ record: { parties } }) => parties.length === 1 && parties[0] === state);
  const own =
    first === undefined
      ? []
      : [{ id: 'ours' as const, title: `Commitments of ${nameOf(first)}`, standings: ofSide(first) }];
  const theirs =
    others.length === 0
      ? []
      : [{ id: 'theirs' as const, title: `Commitments of ${namesOf(others)}`, standings: others.flatMap(ofSide) }];
  const joint = {
    id: 'joint' as const,
    title: 'Joint commitments',
    standings: open.filter(({ record: { parties } }) => parties.length > 1),
  };
  return [...own, ...theirs, joint].map(({ id, title, standings }) => ({ id, title, groups: byArea(view, standings) }));
}

function byArea(view: BriefView, standings: readonly Standing[]): BriefGroup[] {
  const groups = AREAS.flatMap((area) => {
    const ofArea = standings.filter(({ record: { areas } }) => (areas[0] ?? 'politics') === area);
    return ofArea.length === 0 ? [] : [{ area, ofArea }];
  });
  const largest = [...groups].sort((a, b) => b.ofArea.length - a.ofArea.length).slice(0, LIMITS.areas);
  return groups
    .filter((group) => largest.includes(group))
    .map(({ area, ofArea }) =>
      groupOf(
        [...ofArea].sort(byWeight).map((one) => commitmentLine(view, one)),
        LIMITS.area,
        areaTitle(area),
      ),
    );
}

/** An area as a heading: `Trade`. */
function areaTitle(area: Area): string {
  return area.charAt(0).toUpperCase() + area.slice(1);
}

/** The firmest first, then the latest. */
export function byWeight(a: Standing, b: Standing): number {
  return weightOf(b) - weightOf(a) || (a.record.id < b.record.id ? -1 : 1);
}

/** Firmness, lateness and how often it was said again: what makes an undertaking worth the leaders' time. */
function weightOf(standing: Standing): number {
  const { record } = standing;
  const strength = Math.max(...record.mentions.map((mention) => mention.strength));
  const numbers = record.targets.length > 0 ? 1 : 0;
  return strength + (isOverdue(standing) ? 3 : 0) + numbers + Math.min(3, record.reaffirmations.length);
}

/**
 * The mention whose words say best what was undertaken: it needs no words around, it has the deadline and target that hold, and it is in
 * the language of the brief.
 */
function clearestOf({ mentions, deadlines, targets }: CommitmentRecord, asOf: IsoDate): CommitmentMention {
  const [deadline, target] = [deadlines.at(-1)?.value, targets.at(-1)?.value.value];
  const clarity = (mention: CommitmentMention) =>
    (mention.context.some((term) => term.startsWith('c:')) ? 0 : 2) +
    (deadline !== undefined && mention.deadline === deadline ? 1 : 0) +
    (target !== undefined && mention.target?.value === target ? 1 : 0) +
    (/[a-z]/i.test(mention.words) ? 0.5 : 0);
  const known = mentions.filter(({ date }) => date === undefined || date <= asOf);
  return known.reduce((best, mention) => (clarity(mention) > clarity(best) ? mention : best), mentions[0]!);
}

/** One undertaking: who, what, until when, how it stands, with its source and the last word on it. */
export function commitmentLine(view: BriefView, { record, at }: Standing): BriefLine {
  const first = record.mentions[0]!;
  const shown = clearestOf(record, view.asOf);
  const deadline = record.deadlines.at(-1)?.value;
  const due = deadline === undefined ? '' : ` (${lastDayOf(deadline) === deadline ? 'by ' : ''}${timeText(deadline)})`;
  const evidence =
    record.evidence.findLast(({ mention }) => mention.id === at.changes.at(-1)?.mention) ??
    record.evidence.findLast(({ date }) => date <= view.asOf);
  const said = record.reaffirmations.filter(({ date }) => date !== undefined && date <= view.asOf);
  const again =
    said.length === 0
      ? ''
      : ` Said again ${said.length === 1 ? 'once' : `${said.length} times`}, last on ${dayText(said.at(-1)!.date!)}.`;
  return {
    text: `${namesOf(record.parties)}: “${shown.words}”${due}`,
    detail: `${first.date === undefined ? 'Undated.' : `Made on ${dayText(first.date)}.`}${again}${evidence === undefined ? '' : ` Last report: “${evidence.mention.words}”.`}`,
    status: at.status,
    citations: [citationOf(view, shown), ...(evidence === undefined ? [] : [citationOf(view, evidence.mention)])],
  };
}

/** What was kept since the last meeting. */
export function keptSection(view: BriefView): BriefSection {
  const { since } = view;
  const kept = view.standings
    .filter(({ at }) => at.status === 'fulfilled' && at.since >= since)
    .sort((a, b) => (a.at.since > b.at.since ? -1 : 1));
  return {
    id: 'kept',
    title: since === '' ? 'Kept' : `Kept since ${dayText(since)}`,
    groups: [
      groupOf(
        kept.map((one) => commitmentLine(view, one)),
        LIMITS.kept,
      ),
    ],
  };
}

/** Figures against targets: the last figure of each series beside the target that holds. */
export function numbersSection(view: BriefView): BriefSection {
  const latest = view.standings.filter(
    ({ record, at }) => record.targets.length > 0 && !isReplaced(view, record.revisedBy) && at.status !== 'abandoned',
  );
  const lines = latest.flatMap(({ record, at }): BriefLine[] => {
    const target = record.targets.findLast(({ date }) => date === undefined || date <= view.asOf);
    const points = seriesOf(record)?.points.filter(({ reported }) => reported <= view.asOf) ?? [];
    const source = record.mentions.find(({ id }) => id === target?.mention);
    if (target === undefined || source === undefined) return [];
    const told = points
      .slice(-3)
      .map(({ figure, when, reported }) => `${figureText(figure)} (${timeText(when ?? reported)})`);
    const cited = points
      .slice(-3)
      .flatMap(({ mention }) => record.evidence.find((one) => one.mention.id === mention)?.mention ?? []);
    return [
      {
        text: `${target.value.measure ?? source.words}: target ${figureText(target.value)}${told.length === 0 ? ', no figure reported' : `; reported ${told.join(', ')}`}`,
        status: at.status,
        citations: [citationOf(view, source), ...cited.map((mention) => citationOf(view, mention))],
      },
    ];
  });
  return { id: 'numbers', title: 'Numbers against targets', groups: [groupOf(lines, LIMITS.numbers)] };
}

function isReplaced({ standings }: BriefView, revisedBy: readonly string[]): boolean {
  return standings.some(({ record }) => revisedBy.includes(record.id));
}
