import { type ActorId, AREAS, type Language } from '../../model/index.ts';
import type { CommitmentMention } from '../entry/types.ts';
import { clearestMention } from '../record/clearest.ts';
import type { CommitmentRecord } from '../record/types.ts';
import { seriesOf } from '../status/series.ts';
import type { Status } from '../status/types.ts';
import type { BriefGroup, BriefLine, BriefSection } from './types.ts';
import { type BriefView, capitalized, citationOf, groupOf, namesOf, type Standing } from './view.ts';

/** Lines that fit, so that a brief stays short. */
const LIMITS = { overdue: 8, area: 2, areas: 5, kept: 6, numbers: 5 } as const;

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
    title: view.words.t('brief.overdue'),
    groups: [groupOf(late, LIMITS.overdue, (one) => commitmentLine(view, one))],
  };
}

/** Undertakings that are not overdue, by whose they are and by area; those of the side that the brief is for come second. */
export function openSections(view: BriefView): BriefSection[] {
  const { t } = view.words;
  const open = view.standings.filter((one) => isLive(one) && !isOverdue(one));
  const own = view.for ?? view.states[0];
  const theirs = view.states.filter((state) => state !== own);
  const ofSides = (id: 'ours' | 'theirs', sides: readonly ActorId[]): BriefSection => ({
    id,
    title: t('brief.commitmentsOf', { who: namesOf(view, sides) }),
    groups: byArea(
      view,
      sides.flatMap((side) => open.filter(({ record }) => isOf(record, [side]))),
      sides,
    ),
  });
  const joint = open.filter(({ record: { parties } }) => parties.length > 1);
  return [
    ofSides('theirs', theirs),
    ofSides('ours', own === undefined ? [] : [own]),
    { id: 'joint', title: t('brief.joint'), groups: byArea(view, joint, view.states) },
  ];
}

/** Whether an undertaking is of exactly these parties. */
export function isOf({ parties }: CommitmentRecord, those: readonly ActorId[]): boolean {
  return parties.length === those.length && those.every((party) => parties.includes(party));
}

function byArea(view: BriefView, standings: readonly Standing[], told: readonly ActorId[]): BriefGroup[] {
  const groups = AREAS.flatMap((area) => {
    const ofArea = standings.filter(({ record: { areas } }) => (areas[0] ?? 'politics') === area);
    return ofArea.length === 0 ? [] : [{ area, ofArea }];
  });
  const largest = [...groups].sort((a, b) => b.ofArea.length - a.ofArea.length).slice(0, LIMITS.areas);
  return groups
    .filter((group) => largest.includes(group))
    .map(({ area, ofArea }) =>
      groupOf(
        [...ofArea].sort(byWeight),
        LIMITS.area,
        (one) => commitmentLine(view, one, told),
        capitalized(view.words.of('area', area)),
      ),
    );
}

/** The firmest first, then the latest. */
export function byWeight(a: Standing, b: Standing): number {
  return weightOf(b) - weightOf(a) || (a.record.id < b.record.id ? -1 : 1);
}

/**
 * What makes an undertaking worth the leaders' time: that it is firm, late, said again, and can be checked by a number or a day; relations
 * as a whole can hardly be asked about.
 */
function weightOf(standing: Standing): number {
  const { areas, deadlines, mentions, reaffirmations, targets } = standing.record;
  const strength = Math.max(...mentions.map((mention) => mention.strength));
  const checks = Number(targets.length > 0) + Number(deadlines.length > 0);
  const isGeneral = areas.every((area) => area === 'politics');
  return strength + (isOverdue(standing) ? 3 : 0) + checks + Math.min(3, reaffirmations.length) - (isGeneral ? 2 : 0);
}

/** How well a reader of one language reads the words of another: readers of Kazakh and Kyrgyz rather Russian than English. */
function readable(language: string | undefined, own: Language): number {
  if (language === own) return 0.5;
  return language === 'ru' && own !== 'en' ? 0.25 : 0;
}

/** One undertaking: who, where its heading does not say so, what, until when, how it stands, with its source and the last word on it. */
export function commitmentLine(view: BriefView, standing: Standing, told: readonly ActorId[] = []): BriefLine {
  const { record, at } = standing;
  const { t, when } = view.words;
  const who = isOf(record, told) ? '' : `${namesOf(view, record.parties)}: `;
  const languageOf = ({ document }: CommitmentMention) => view.record.documents.get(document)?.language;
  const preference = (mention: CommitmentMention) => readable(languageOf(mention), view.words.language);
  const shown = clearestMention(record, { asOf: view.asOf, preference }) ?? record.mentions[0]!;
  const deadline = record.deadlines.at(-1)?.value;
  const due = deadline === undefined ? '' : ` (${t('commitment.due', { date: when(deadline) })})`;
  const evidence = lastEvidence(view, standing);
  return {
    text: `${who}${t('quote', { words: shown.words })}${due}`,
    detail: historyText(view, record, evidence?.mention.words),
    status: at.status,
    commitment: record.id,
    citations: [citationOf(view, shown), ...(evidence === undefined ? [] : [citationOf(view, evidence.mention)])],
  };
}

/** The report that the status rests on, else the last one. */
function lastEvidence({ asOf }: BriefView, { record, at }: Standing): CommitmentRecord['evidence'][number] | undefined {
  return (
    record.evidence.findLast(({ mention }) => mention.id === at.changes.at(-1)?.mention) ??
    record.evidence.findLast(({ date }) => date <= asOf)
  );
}

/** When it was made, how often it was said again, and the last report on it. */
function historyText({ words: { t, when }, asOf }: BriefView, record: CommitmentRecord, report?: string): string {
  const made = record.mentions[0]?.date;
  const again = record.reaffirmations.flatMap(({ date }) => (date !== undefined && date <= asOf ? [date] : []));
  const last = again.at(-1);
  return [
    made === undefined ? t('brief.undated') : t('brief.made', { date: when(made) }),
    last === undefined ? undefined : t('brief.again', { count: again.length, date: when(last) }),
    report === undefined ? undefined : t('brief.lastReport', { words: t('quote', { words: report }) }),
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** What was kept since the last meeting. */
export function keptSection(view: BriefView): BriefSection {
  const { since, words } = view;
  const kept = view.standings
    .filter(({ at }) => at.status === 'fulfilled' && (since === undefined || at.since >= since))
    .sort((a, b) => (a.at.since > b.at.since ? -1 : 1));
  return {
    id: 'kept',
    title: since === undefined ? words.t('brief.kept') : words.t('brief.keptSince', { date: words.when(since) }),
    groups: [groupOf(kept, LIMITS.kept, (one) => commitmentLine(view, one))],
  };
}

/** Figures against targets: the last figures of each series beside the target that holds. */
export function numbersSection(view: BriefView): BriefSection {
  const known = new Set(view.standings.map(({ record }) => record.id));
  const latest = view.standings.flatMap((standing) => {
    const { record, at } = standing;
    const isReplaced = record.revisedBy.some((id) => known.has(id));
    return isReplaced || at.status === 'abandoned' ? [] : (targetOf(view, standing) ?? []);
  });
  const lineOf = (one: TargetStanding) => numberLine(view, one);
  return { id: 'numbers', title: view.words.t('brief.numbers'), groups: [groupOf(latest, LIMITS.numbers, lineOf)] };
}

/** An undertaking with the target that holds and the mention that says so. */
interface TargetStanding extends Standing {
  readonly target: CommitmentRecord['targets'][number];
  readonly source: CommitmentMention;
}

function targetOf(view: BriefView, standing: Standing): TargetStanding | undefined {
  const { targets, mentions } = standing.record;
  const target = targets.findLast(({ date }) => date === undefined || date <= view.asOf);
  const source = mentions.find(({ id }) => id === target?.mention);
  return target === undefined || source === undefined ? undefined : { ...standing, target, source };
}

/** So many of the last figures of a series are told. */
const FIGURES = 3;

function numberLine(view: BriefView, { record, at, target, source }: TargetStanding): BriefLine {
  const { t, figure, when, list, measure } = view.words;
  const points = (seriesOf(record)?.points.filter(({ reported }) => reported <= view.asOf) ?? []).slice(-FIGURES);
  const told = points.map((point) => `${figure(point.figure)} (${when(point.when ?? point.reported)})`);
  const what =
    target.value.measure === undefined
      ? t('quote', { words: source.words })
      : capitalized(measure(target.value.measure));
  const cited = points.flatMap(
    (point) => record.evidence.find(({ mention }) => mention.id === point.mention)?.mention ?? [],
  );
  const reported = told.length === 0 ? t('brief.noFigure') : t('brief.reported', { figures: list(told) });
  return {
    text: `${t('brief.target', { what, target: figure(target.value) })}; ${reported}`,
    status: at.status,
    commitment: record.id,
    citations: [source, ...cited].map((mention) => citationOf(view, mention)),
  };
}
