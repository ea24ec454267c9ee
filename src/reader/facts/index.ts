import type { DocumentFacts, Language } from '../../model/index.ts';
import { isoOf } from '../layout/written-dates.ts';
import type { WithBlocks, WithFacts } from '../setting.ts';
import { factCues, publisherAt, publisherNamed } from './cues.ts';
import { kindOf } from './kind.ts';
import { citedSourceOf, publisherOf, sideOf } from './sources.ts';

export { publisherNamed } from './cues.ts';

/** What the document says of itself (codebook, section 1). */
export function findFacts(setting: WithBlocks): WithFacts {
  const { document, doc, blocks } = setting;
  const publisher = publisherOf(setting);
  const citedSource = citedSourceOf(setting, publisher);
  const address = document.url === undefined ? undefined : publisherAt(document.url)?.state;
  const told =
    sideOf(citedSource ?? '', doc.language) ??
    (publisher === undefined ? address : (sideOf(publisher, doc.language) ?? address));
  const kind = kindOf(setting, told !== undefined || publisher === undefined);
  const headline = blocks.find(({ kind }) => kind === 'headline');
  const title = headline === undefined ? undefined : doc.text.slice(doc.startOf(headline.body), headline.span[1]);
  const side =
    told ??
    (OWN_WORDS.has(kind) && title !== undefined && namesSpeaker(title, doc.language)
      ? sideOf(title, doc.language)
      : undefined);
  const facts = {
    id: document.id,
    kind,
    language: doc.language,
    title,
    publisher,
    citedSource,
    side,
    publishedAt: document.publishedAt ?? writtenDay(setting),
    url: document.url,
    dateline: datelineIn(setting),
  };
  return { ...setting, facts: withoutUndefined(facts) };
}

/** Documents whose title names whose words they are. */
const OWN_WORDS = new Set<DocumentFacts['kind']>(['speech', 'interview']);

/** “Remarks by …”, «Интервью …»: whoever the title names first is the one who speaks. */
function namesSpeaker(title: string, language: Language): boolean {
  const { speech, interview } = factCues(language);
  return [...speech, ...interview].some((cue) => title.toLowerCase().startsWith(cue));
}

/** The day that a dateline, a page line or a signature states with its year. */
function writtenDay({ blocks }: WithBlocks): string | undefined {
  return blocks.flatMap(({ dateline }) => (dateline?.date === undefined ? [] : (isoOf(dateline.date) ?? [])))[0];
}

function datelineIn({ blocks }: WithBlocks): DocumentFacts['dateline'] {
  const datelines = blocks.flatMap(({ dateline }) => dateline ?? []);
  const place = datelines.find((dateline) => dateline.place !== undefined)?.place;
  const agency = datelines.find((dateline) => dateline.agency !== undefined)?.agency;
  if (place === undefined && agency === undefined) return undefined;
  return withoutUndefined({
    place,
    agency: agency === undefined ? undefined : (publisherNamed(agency)?.name ?? agency),
  });
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
