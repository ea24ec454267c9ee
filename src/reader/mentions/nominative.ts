import { holderOf } from '../../knowledge/index.ts';
import type { Doc } from '../../language/index.ts';
import type { ActorId, IsoDate } from '../../model/index.ts';
import { isSameName } from './spelling.ts';

/** How a name's word that ends so in a case ends in the nominative; the first that fits, words that none fits do not change. */
type Endings = readonly (readonly [ending: RegExp, nominative: string])[];

const CONSONANT = '(?<=[бвгджзклмнпрстфхцчшщ])';
const VOWEL = '(?<=[аеиоуыэюя])';

function endings(...rows: readonly (readonly [ending: string, nominative: string])[]): Endings {
  return rows.map(([ending, nominative]) => [new RegExp(`${ending}$`, 'u'), nominative]);
}

/** Genitive and accusative are one for men, and the tagger takes one for the other. */
const GENITIVE = endings(
  ['(?<=[сц]к)ого', 'ий'],
  ['(?<=[сц]к)(?:ой|ую)', 'ая'],
  ['(?<=[оеёи][вн])ой', 'а'],
  ['(?<=[иь])и', 'я'],
  ['(?<=[гкхжшчщ])и', 'а'],
  ['ы', 'а'],
  [`${CONSONANT}у`, 'а'],
  ['ю', 'я'],
  [`${VOWEL}я`, 'й'],
  [`${CONSONANT}а`, ''],
  ['(?<=[нлр])я', 'ь'],
);

const ENDINGS: Readonly<Record<string, Endings>> = {
  Gen: GENITIVE,
  Acc: GENITIVE,
  Dat: endings(
    ['(?<=[сц]к)ому', 'ий'],
    ['(?<=[сц]к)ой', 'ая'],
    ['(?<=[оеёи][вн])ой', 'а'],
    ['(?<=и)и', 'я'],
    [`${CONSONANT}у`, ''],
    [`${VOWEL}ю`, 'й'],
    ['(?<=[нлр])ю', 'ь'],
    [`${CONSONANT}е`, 'а'],
  ),
  Ins: endings(
    ['(?<=[сц]к)им', 'ий'],
    ['(?<=[сц]к)ой', 'ая'],
    ['(?<=[оеё]в|[иы]н)ым', ''],
    ['ой', 'а'],
    ['(?<=[иья])ей', 'я'],
    ['(?<=[жшчщ])ей', 'а'],
    ['(?<=[гнр]ор|тел)ем', 'ь'],
    [`${VOWEL}ем`, 'й'],
    [`${CONSONANT}[ое]м`, ''],
  ),
};

/** Names that no case changes. */
const UNCHANGED = /(?:улы|оглы|кызы|уулу)$/u;

/** Words shorter than this are no declined names: «Си», «У». */
const DECLINED = 4;

/**
 * A person's name in the nominative, as a list of participants gives it: «Садыра Жапарова» → «Садыр Жапаров». Words that knowledge spells
 * alike are taken from there; for the others the ending of the case goes back to that of the nominative. In English the name as it is.
 */
export function nominativeName(
  doc: Doc,
  [first, last]: readonly [first: number, last: number],
  grammaticalCase: string | undefined,
  holder: { readonly actor: ActorId; readonly date: IsoDate | undefined },
): string {
  const name = doc.text.slice(doc.startOf(first), doc.endOf(last));
  if (doc.language === 'en') return name;
  const known = knownWords(doc, holder);
  const table = doc.language === 'ru' ? ENDINGS[grammaticalCase ?? ''] : undefined;
  return name.replace(/[\p{L}’'-]+/gu, (word) => known.find((own) => isCaseOf(word, own)) ?? withoutCase(word, table));
}

function knownWords({ language }: Doc, { actor, date }: { actor: ActorId; date: IsoDate | undefined }): string[] {
  const names = date === undefined ? undefined : holderOf(actor, date)?.name;
  return (
    Object.entries(names ?? {})
      .find(([key]) => key === language)?.[1]
      ?.split(/\s+/u) ?? []
  );
}

/** Whether a word is the other with an ending: they are one name, and spelled alike but for the last letter. */
function isCaseOf(word: string, nominative: string): boolean {
  return word.startsWith(nominative.slice(0, -1)) && isSameName(word, nominative);
}

function withoutCase(word: string, table: Endings | undefined): string {
  if (table === undefined || word.length < DECLINED || UNCHANGED.test(word)) return word;
  for (const [ending, nominative] of table) if (ending.test(word)) return word.replace(ending, nominative);
  return word;
}
