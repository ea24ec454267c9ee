import type { CommitmentTrace } from '../../desk/index.ts';
import type { ActorId, Figure, Reading, Span, Strength } from '../../model/index.ts';
import { wordsOf } from '../../model/index.ts';
import { colours as c } from '../output.ts';

const STRENGTHS = {
  1: 'ready',
  2: 'intends',
  3: 'agreed',
  4: 'firm',
  5: 'in a document',
} as const satisfies Record<Strength, string>;

/**
 * A reading for people: who met, what was undertaken and said, what was signed, each with its words; with the traces of its commitments
 * also the rule and confidence of each finding and the chain of each commitment.
 */
export function viewReading(reading: Reading, text: string, traces?: readonly CommitmentTrace[]): string {
  const item = viewItem(text, traces !== undefined);
  const sections = [
    section(
      'Meetings',
      reading.meetings.map((meeting) => item(meeting, meetingLine(meeting))),
    ),
    section(
      'Commitments',
      reading.commitments.map((commitment, at) => {
        const lines = item(commitment, commitmentLine(commitment));
        const trace = traces?.[at];
        return trace === undefined ? lines : `${lines}\n${chainLine(text, trace)}`;
      }),
    ),
    section(
      'Documents signed or prepared',
      reading.instruments.map((instrument) => item(instrument, instrumentLine(instrument))),
    ),
    section(
      'Progress',
      reading.progress.map((progress) => item(progress, progressLine(progress))),
    ),
    section(
      'Statements',
      reading.statements.map((statement) => item(statement, statementLine(statement))),
    ),
  ];
  return `${[head(reading), ...sections.filter((lines) => lines !== '')].join('\n')}\n`;
}

function head({ document, actorMentions }: Reading): string {
  const { kind, language, publisher, citedSource, publishedAt, side, title } = document;
  const source =
    publisher === undefined ? undefined : citedSource === undefined ? publisher : `${publisher}, citing ${citedSource}`;
  const actors = [...new Set(actorMentions.map(({ actor }) => actor))];
  return [
    c.bold(title ?? 'Without a headline'),
    c.dim(
      facts(kind, language, publishedAt ?? 'day unknown', source, side === undefined ? undefined : `voice of ${side}`),
    ),
    ...(actors.length > 0 ? [c.dim(`mentions ${actors.join(', ')}`)] : []),
    '',
  ].join('\n');
}

function section(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [`${c.bold(name)} ${c.dim(`(${items.length})`)}`, ...items, ''].join('\n');
}

interface Finding {
  readonly spans: readonly Span[];
  readonly rule: string;
  readonly confidence: number;
}

function viewItem(text: string, explain: boolean) {
  return ({ spans, rule, confidence }: Finding, line: string): string => {
    const words = wordsOf(text, spans).replaceAll(/\s+/g, ' ');
    const lines = [`  ${line}`, `    ${c.italic(`“${words}”`)}`];
    return [...lines, ...(explain ? [c.dim(`    ${rule}, confidence ${confidence.toFixed(2)}`)] : [])].join('\n');
  };
}

/** The chain of a commitment: clause, performative, parties by which step, strength by which rule. */
function chainLine(text: string, { clause, performative, parties, strength }: CommitmentTrace): string {
  const words = (span: Span): string => wordsOf(text, [span]).replaceAll(/\s+/g, ' ');
  const named = parties.named.length === 0 ? 'the parties of the document' : names(parties.named);
  return [
    `in “${words(clause)}”`,
    `undertaken by “${words(performative)}”`,
    `parties by ${parties.by}: ${named}`,
    `strength ${strength.value} by ${strength.by}`,
  ]
    .map((line) => c.dim(`    ${line}`))
    .join('\n');
}

function meetingLine({ parties, formats, date, place, status, participants }: Reading['meetings'][number]): string {
  const people = participants.map(({ name, office }) => name ?? office ?? '').filter((name) => name !== '');
  return facts(
    c.cyan(names(parties)),
    status,
    formats.join(', '),
    date,
    place,
    people.length > 0 ? people.join(', ') : undefined,
  );
}

function commitmentLine(commitment: Reading['commitments'][number]): string {
  const { parties, beneficiaries, areas, strength, deadline, target, conditional, reaffirms } = commitment;
  const whom = beneficiaries.length > 0 ? ` for ${names(beneficiaries)}` : '';
  return facts(
    c.cyan(names(parties)) + whom,
    c.yellow(areas.join(', ')),
    `${strength} ${STRENGTHS[strength]}`,
    deadline === undefined ? undefined : `by ${deadline}`,
    target === undefined ? undefined : `target ${figure(target)}`,
    conditional ? 'conditional' : undefined,
    reaffirms ? 'made before' : undefined,
  );
}

function instrumentLine({ type, title, parties, date, status, areas }: Reading['instruments'][number]): string {
  return facts(c.cyan(names(parties)), status, type, title, date, c.yellow(areas.join(', ')));
}

function progressLine({ kind, areas, figure: number, date }: Reading['progress'][number]): string {
  return facts(c.green(kind), c.yellow(areas.join(', ')), number === undefined ? undefined : figure(number), date);
}

function statementLine(statement: Reading['statements'][number]): string {
  const { act, sources, targets, speaker, areas, modality, polarity, quoted } = statement;
  return facts(
    c.green(polarity === 'negative' ? `not: ${act}` : act),
    c.cyan(names(sources) + (targets.length > 0 ? ` → ${names(targets)}` : '')),
    speaker === undefined ? undefined : `${quoted ? 'words of' : 'said by'} ${speaker}`,
    modality === 'actual' ? undefined : modality,
    c.yellow(areas.join(', ')),
  );
}

function names(actors: readonly ActorId[]): string {
  return actors.join(', ');
}

function figure({ value, unit, measure }: Figure): string {
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
  return [measure, number, unit].filter((part) => part !== undefined).join(' ');
}

function facts(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
