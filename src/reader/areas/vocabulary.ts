import { AREAS, type Area, type Language } from '../../model/index.ts';
import en from '../languages/en/areas.json' with { type: 'json' };
import kk from '../languages/kk/areas.json' with { type: 'json' };
import ky from '../languages/ky/areas.json' with { type: 'json' };
import ru from '../languages/ru/areas.json' with { type: 'json' };
import { PhraseTable } from '../words/index.ts';

/** Words and phrases of each area; under `none`, phrases whose words would mislead (“the field of”). */
type AreasData = Readonly<Record<string, readonly string[]>>;

const DATA: Readonly<Record<Language, AreasData>> = { en, ru, kk, ky };
const loaded = new Map<Language, PhraseTable<readonly Area[]>>();

/** The areas that the words and phrases of a language speak of. */
export function cuesOf(language: Language): PhraseTable<readonly Area[]> {
  let cues = loaded.get(language);
  if (cues === undefined) {
    cues = new PhraseTable(areasByPhrase(DATA[language]));
    loaded.set(language, cues);
  }
  return cues;
}

function areasByPhrase(data: AreasData): Map<string, Area[]> {
  const phrases = new Map<string, Area[]>((data.none ?? []).map((phrase) => [phrase, []]));
  for (const area of AREAS)
    for (const phrase of data[area] ?? []) phrases.set(phrase, [...(phrases.get(phrase) ?? []), area]);
  return phrases;
}
