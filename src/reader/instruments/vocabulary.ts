import { INSTRUMENT_TYPES, type Instrument, type InstrumentType, type Language } from '../../model/index.ts';
import en from '../languages/en/instruments.json' with { type: 'json' };
import kk from '../languages/kk/instruments.json' with { type: 'json' };
import ky from '../languages/ky/instruments.json' with { type: 'json' };
import ru from '../languages/ru/instruments.json' with { type: 'json' };
import { PhraseTable, perLanguage } from '../words/index.ts';

export type Status = Instrument['status'];
const STATUSES: readonly Status[] = ['signed', 'ratified', 'in-force', 'terminated', 'in-preparation'];

export interface Vocabulary {
  /** What documents are called. */
  readonly nouns: PhraseTable<InstrumentType>;
  /** Words that tell what happened to a document. */
  readonly events: PhraseTable<Status>;
  /** Words that make the event a thing to come. */
  readonly prospects: PhraseTable<true>;
  /** Words that point back to a document named before. */
  readonly back: PhraseTable<true>;
  /** Indefinite articles. */
  readonly open: PhraseTable<true>;
  /** Words that may begin what a document is about or between whom it is. */
  readonly complements: PhraseTable<true>;
  readonly links: PhraseTable<true>;
  /** “Amendments to”: words by which something is prepared for a document that there is. */
  readonly amendments: PhraseTable<true>;
  /** Nouns that count documents: «ряд», «пакет». */
  readonly quantities: PhraseTable<true>;
  /** Words that pick single documents out of several: “including”, “among them”. */
  readonly selections: PhraseTable<true>;
}

/** `languages/XX/instruments.json`. */
interface InstrumentsData {
  readonly noun: Readonly<Partial<Record<InstrumentType, readonly string[]>>>;
  readonly event: Readonly<Record<Status, readonly string[]>>;
  readonly prospect: readonly string[];
  readonly back: readonly string[];
  readonly open: readonly string[];
  readonly complement: readonly string[];
  readonly link: readonly string[];
  readonly amendment: readonly string[];
  readonly quantity: readonly string[];
  readonly selection: readonly string[];
}

const DATA: Readonly<Record<Language, InstrumentsData>> = { en, ru, kk, ky };

/** The words of a language that speak of documents. */
export const vocabularyOf: (language: Language) => Vocabulary = perLanguage(DATA, load);

function load(data: InstrumentsData): Vocabulary {
  const set = (phrases: readonly string[]): PhraseTable<true> =>
    new PhraseTable(phrases.map((phrase) => [phrase, true] as const));
  return {
    nouns: new PhraseTable(
      INSTRUMENT_TYPES.flatMap((type) => (data.noun[type] ?? []).map((noun) => [noun, type] as const)),
    ),
    events: new PhraseTable(STATUSES.flatMap((status) => data.event[status].map((word) => [word, status] as const))),
    prospects: set(data.prospect),
    back: set(data.back),
    open: set(data.open),
    complements: set(data.complement),
    links: set(data.link),
    amendments: set(data.amendment),
    quantities: set(data.quantity),
    selections: set(data.selection),
  };
}
