import { type ActorId, AREAS, type Area, type IsoDate } from '../../model/index.ts';
import type { CommitmentMention } from '../entry/types.ts';
import type { Status } from '../status/types.ts';
import { byWeight, commitmentLine, isLive, isOf } from './commitment-sections.ts';
import type { BriefLine, BriefSection } from './types.ts';
import { type BriefView, capitalized, citationOf, groupOf, namesOf, type Standing } from './view.ts';
import type { BriefMessage } from './words.ts';

const LIMITS = { ask: 4, answer: 3, together: 4, areas: 3 } as const;

/** Years without a word after which an area counts as not touched. */
const UNTOUCHED_YEARS = 2;

/** What there is to ask about an undertaking that is not done, by how it stands. */
const QUESTIONS: Readonly<Partial<Record<Status, BriefMessage>>> = {
  open: 'brief.askOpen',
  'in-progress': 'brief.askProgress',
  partly: 'brief.askPartly',
  delayed: 'brief.askDelayed',
  failed: 'brief.askFailed',
};

/** What to raise: of the other side, what to be ready to answer, and what both owe; the late and the firm first. Then areas left alone for long. */
export function agendaSection(view: BriefView): BriefSection {
  const { t } = view.words;
  const own = view.for;
  const live = view.standings.filter(isLive).sort(byWeight);
  const group = (standings: readonly Standing[], parties: readonly ActorId[], limit: number, title: string) =>
    groupOf(standings, limit, (standing) => questionLine(view, standing, parties), title);
  const ofSide = (side: ActorId, limit: number, title: string) =>
    group(
      live.filter(({ record }) => isOf(record, [side])),
      [side],
      limit,
      title,
    );
  const others = view.states.filter((state) => state !== own);
  const joint = live.filter(({ record: { parties } }) => parties.length > 1);
  const groups = [
    ...others.map((state) => ofSide(state, LIMITS.ask, t('brief.ask', { who: namesOf(view, [state]) }))),
    ...(own === undefined ? [] : [ofSide(own, LIMITS.answer, t('brief.answer'))]),
    group(joint, view.states, LIMITS.together, t('brief.together')),
    groupOf(
      untouched(view),
      LIMITS.areas,
      (one) => untouchedLine(view, one),
      t('brief.untouched', { count: UNTOUCHED_YEARS }),
    ),
  ];
  return { id: 'agenda', title: t('brief.raise'), groups: groups.filter(({ lines }) => lines.length > 0) };
}

function questionLine(view: BriefView, standing: Standing, told: readonly ActorId[]): BriefLine {
  const { t, when } = view.words;
  const { status, since } = standing.at;
  const question = QUESTIONS[status];
  const line = commitmentLine(view, standing, told);
  return { ...line, detail: question === undefined ? undefined : t(question, { date: when(since) }) };
}

/** An area with the last words on it. */
interface LastWord {
  readonly area: Area;
  readonly date: IsoDate;
  readonly mention: CommitmentMention;
}

/** The areas that nobody has spoken of for long, the longest first. */
function untouched(view: BriefView): LastWord[] {
  const limit = `${Number(view.asOf.slice(0, 4)) - UNTOUCHED_YEARS}${view.asOf.slice(4)}`;
  const last = lastByArea(view);
  return AREAS.flatMap((area) => last.get(area) ?? [])
    .filter(({ date }) => date < limit)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function untouchedLine(view: BriefView, { area, date, mention }: LastWord): BriefLine {
  const { t, of, when } = view.words;
  const words = t('quote', { words: mention.words });
  const text = t('brief.untouchedLine', { area: capitalized(of('area', area)), date: when(date), words });
  return { text, citations: [citationOf(view, mention)] };
}

function lastByArea(view: BriefView): ReadonlyMap<Area, LastWord> {
  const last = new Map<Area, LastWord>();
  for (const { record } of view.standings)
    for (const mention of record.mentions)
      for (const area of mention.areas) {
        const { date } = mention;
        if (date !== undefined && date <= view.asOf && date > (last.get(area)?.date ?? ''))
          last.set(area, { area, date, mention });
      }
  return last;
}
