import { FORMATS, type Format, type Language } from '../../model/index.ts';
import en from '../languages/en/meetings.json' with { type: 'json' };
import kk from '../languages/kk/meetings.json' with { type: 'json' };
import ky from '../languages/ky/meetings.json' with { type: 'json' };
import ru from '../languages/ru/meetings.json' with { type: 'json' };
import { keyOf, PhraseTable, perLanguage } from '../words/index.ts';

/** What sort of encounter a word speaks of. */
const ENCOUNTERS = [
  'talks',
  'call',
  'reception',
  'greeting',
  'session',
  'summit',
  'visit',
  'ceremony',
  'inspection',
  'press',
] as const;
export type EncounterKind = (typeof ENCOUNTERS)[number];

export interface Vocabulary {
  readonly verbs: PhraseTable<EncounterKind>;
  readonly nouns: PhraseTable<EncounterKind>;
  /** Verbs that tell of a call where a phrase of `means` stands with them: “talked on Friday over the phone”. */
  readonly talking: PhraseTable<true>;
  readonly means: PhraseTable<true>;
  /** “Never met”: words that deny an encounter. */
  readonly negation: PhraseTable<true>;
  /** “Look forward to welcoming”: words by which an encounter is still to come. */
  readonly expectation: PhraseTable<true>;
  /** Words that make a meeting one of a named body: “council”, “commission”. */
  readonly bodies: ReadonlySet<string>;
  /** Verbs that hold, open, close or attend an encounter. */
  readonly supports: PhraseTable<true>;
  /** Prepositions that only place something else in time by an encounter: “during the talks”. */
  readonly asides: PhraseTable<true>;
  readonly margins: PhraseTable<true>;
  readonly cancelled: PhraseTable<true>;
  /** Words of inviting and proposing, which leave open whether an encounter will be. */
  readonly proposals: PhraseTable<true>;
  readonly accepted: PhraseTable<true>;
  readonly invitations: PhraseTable<true>;
  readonly formats: PhraseTable<Format>;
  readonly with: PhraseTable<true>;
  readonly next: PhraseTable<true>;
  /** Participles of what is set for later: “scheduled”, «запланированный». */
  readonly planned: PhraseTable<true>;
  /** «В заседании приняли участие»: what follows the noun and tells that it was. */
  readonly takingPart: PhraseTable<true>;
  /** Words for those whom one receives: “ambassador”, «делегацию». */
  readonly persons: PhraseTable<true>;
}

type Phrases = readonly string[];

/** `languages/XX/meetings.json`. */
interface MeetingsData {
  readonly verb: Readonly<Partial<Record<EncounterKind, Phrases>>>;
  readonly noun: Readonly<Partial<Record<EncounterKind, Phrases>>>;
  readonly body: string;
  readonly talking: Phrases;
  readonly means: Phrases;
  readonly negation: Phrases;
  readonly expectation: Phrases;
  readonly support: Phrases;
  readonly aside: Phrases;
  readonly margins: Phrases;
  readonly cancelled: Phrases;
  readonly proposal: Phrases;
  readonly accepted: Phrases;
  readonly invitation: Phrases;
  readonly format: Readonly<Record<Format, Phrases>>;
  readonly with: Phrases;
  readonly next: Phrases;
  readonly planned: Phrases;
  readonly person: Phrases;
  readonly takingPart: Phrases;
}

const DATA: Readonly<Record<Language, MeetingsData>> = { en, ru, kk, ky };

/** The words of a language that speak of encounters. */
export const vocabularyOf: (language: Language) => Vocabulary = perLanguage(DATA, load);

function load(data: MeetingsData): Vocabulary {
  return {
    verbs: new PhraseTable(kinds(data.verb)),
    nouns: new PhraseTable(kinds(data.noun)),
    bodies: new Set(data.body.split(' ').map(keyOf)),
    talking: setOf(data.talking),
    means: setOf(data.means),
    negation: setOf(data.negation),
    expectation: setOf(data.expectation),
    supports: setOf(data.support),
    asides: setOf(data.aside),
    margins: setOf(data.margins),
    cancelled: setOf(data.cancelled),
    proposals: setOf(data.proposal),
    accepted: setOf(data.accepted),
    invitations: setOf(data.invitation),
    formats: new PhraseTable(
      FORMATS.flatMap((format) => data.format[format].map((phrase) => [phrase, format] as const)),
    ),
    with: setOf(data.with),
    next: setOf(data.next),
    planned: setOf(data.planned),
    persons: setOf(data.person),
    takingPart: setOf(data.takingPart),
  };
}

function kinds(phrases: MeetingsData['verb']): (readonly [string, EncounterKind])[] {
  return ENCOUNTERS.flatMap((kind) => (phrases[kind] ?? []).map((phrase) => [phrase, kind] as const));
}

function setOf(phrases: Phrases): PhraseTable<true> {
  return new PhraseTable(phrases.map((phrase) => [phrase, true] as const));
}
