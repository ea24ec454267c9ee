import type { Locale } from './locale.ts';

/** The messages of what speaks for a link; several codes of the ledger say the same to a person. */
const FOR = {
  areas: 'reason.areas',
  cover: 'reason.wording',
  deadline: 'reason.deadline',
  figure: 'reason.figure',
  jaccard: 'reason.wording',
  manyAreas: 'reason.areas',
  name: 'reason.name',
  occasion: 'reason.occasion',
  participants: 'reason.participants',
  parties: 'reason.parties',
  recall: 'reason.recall',
  recalled: 'reason.recalled',
  sameAction: 'reason.action',
  sameBody: 'reason.sameBody',
  samePlace: 'reason.samePlace',
  shared: 'reason.wording',
  shingles: 'reason.sentences',
  target: 'reason.target',
  within: 'reason.within',
} as const;

/** The messages of what speaks against one. */
const AGAINST = {
  callAndMeeting: 'reason.callAndMeeting',
  dayApart: 'reason.dayApart',
  oneBody: 'reason.oneBody',
  otherBody: 'reason.otherBody',
  otherParticipants: 'reason.otherParticipants',
  otherPlace: 'reason.otherPlace',
  overlapping: 'reason.overlapping',
  partOfParties: 'reason.partOfParties',
  undated: 'reason.undated',
} as const;

/** Terms that both ends share: concepts, names, places, organizations, numbers. */
const SUBJECT = /^[cnpo#]:/;
/** A word that both have, with its language: `w:en:ferret`. */
const WORD = /^w:\w\w:(.+)$/;

/** What speaks for a link and what against it, in words, the weightiest first. */
export function reasonWords(reasons: readonly string[], locale: Locale): { for: string[]; against: string[] } {
  const { t } = locale;
  const subjects = reasons.filter((reason) => SUBJECT.test(reason)).length;
  const words = reasons.flatMap((reason) => WORD.exec(reason)?.[1] ?? []);
  return {
    for: [
      ...told(FOR, reasons, locale),
      ...(subjects === 0 ? [] : [t('reason.subjects', { count: subjects })]),
      ...words.map((word) => t('quote', { words: word })),
    ],
    against: told(AGAINST, reasons, locale),
  };
}

function told(table: typeof FOR | typeof AGAINST, reasons: readonly string[], { t }: Locale): string[] {
  const messages = new Map(Object.entries(table));
  return [...new Set(reasons.flatMap((reason) => messages.get(reason) ?? []))].map((message) => t(message));
}
