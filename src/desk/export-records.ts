import type { Finding, FindingItems, FindingKind } from '../register/index.ts';
import { everyDocument, listFindings } from '../register/index.ts';
import { type Cell, csvLine } from './csv.ts';
import type { Desk } from './desk.ts';
import { ploverLines } from './plover-lines.ts';

/** How many findings are held in memory at a time. */
const PORTION = 500;

/** Every reading of the register as JSON Lines, in the order of adding: the form in which `read --json` prints them, with the marking of each text. */
export async function* exportReadings({ register }: Desk): AsyncGenerator<string> {
  for await (const { reading, summary } of everyDocument(register))
    yield `${JSON.stringify({ ...reading, marking: summary.marking })}\n`;
}

/** The events of the register as PLOVER records, JSON Lines, in the order of adding. */
export async function* exportPlover({ register }: Desk): AsyncGenerator<string> {
  for await (const { reading, document, summary } of everyDocument(register))
    yield* ploverLines(reading, document.text, summary.marking);
}

/** The findings of a kind as comma-separated values (RFC 4180) with a header, the newest first. */
export async function* exportTable<Kind extends FindingKind>(desk: Desk, kind: Kind): AsyncGenerator<string> {
  const columns: Columns<Kind> = COLUMNS[kind];
  yield csvLine([...Object.keys(SOURCE_COLUMNS), ...Object.keys(columns), 'words', 'marking']);
  for await (const finding of everyFinding(desk, kind))
    yield csvLine([
      ...Object.values(SOURCE_COLUMNS).map((cell) => cell(finding)),
      ...Object.values(columns).map((cell) => cell(finding.item)),
      wordsIn(finding),
      finding.document.marking,
    ]);
}

async function* everyFinding<Kind extends FindingKind>({ register }: Desk, kind: Kind): AsyncGenerator<Finding<Kind>> {
  for (let after: Finding<Kind> | undefined; ; ) {
    const portion: Finding<Kind>[] = await listFindings(register, kind, { after, limit: PORTION });
    yield* portion;
    after = portion.at(-1);
    if (portion.length < PORTION) return;
  }
}

function wordsIn({ mention }: { readonly mention: { readonly words: string } }): string {
  return mention.words;
}

type Columns<Kind extends FindingKind> = Readonly<Record<string, (item: FindingItems[Kind]) => Cell>>;

type Source = Pick<Finding, 'id' | 'date' | 'document'>;

const SOURCE_COLUMNS: Readonly<Record<string, (finding: Source) => Cell>> = {
  id: ({ id }) => id,
  day: ({ date }) => date,
  document: ({ document }) => document.id,
  title: ({ document }) => document.title,
  publisher: ({ document }) => document.publisher,
  published_at: ({ document }) => document.publishedAt,
  url: ({ document }) => document.url,
};

const COLUMNS: { readonly [Kind in FindingKind]: Columns<Kind> } = {
  meeting: {
    parties: ({ parties }) => parties.join(' '),
    formats: ({ formats }) => formats.join(' '),
    date: ({ date }) => date,
    place: ({ place }) => place,
    status: ({ status }) => status,
    participants: ({ participants }) =>
      participants.map(({ name, office }) => [name, office].filter(Boolean).join(' / ')).join('; '),
  },
  commitment: {
    parties: ({ parties }) => parties.join(' '),
    beneficiaries: ({ beneficiaries }) => beneficiaries.join(' '),
    areas: ({ areas }) => areas.join(' '),
    strength: ({ strength }) => strength,
    deadline: ({ deadline }) => deadline,
    target: ({ target }) => target?.value,
    unit: ({ target }) => target?.unit,
    measure: ({ target }) => target?.measure,
    instrument: ({ instrument }) => instrument,
    conditional: ({ conditional }) => conditional,
    reaffirms: ({ reaffirms }) => reaffirms,
    confidence: ({ confidence }) => confidence,
  },
  instrument: {
    type: ({ type }) => type,
    name: ({ title }) => title,
    parties: ({ parties }) => parties.join(' '),
    date: ({ date }) => date,
    status: ({ status }) => status,
    areas: ({ areas }) => areas.join(' '),
  },
  progress: {
    kind: ({ kind }) => kind,
    areas: ({ areas }) => areas.join(' '),
    figure: ({ figure }) => figure?.value,
    unit: ({ figure }) => figure?.unit,
    measure: ({ figure }) => figure?.measure,
    date: ({ date }) => date,
  },
};
