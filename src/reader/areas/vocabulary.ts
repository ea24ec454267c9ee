import { AREAS, type Area, type Language } from '../../model/index.ts';
import en from '../languages/en/areas.json' with { type: 'json' };
import kk from '../languages/kk/areas.json' with { type: 'json' };
import ky from '../languages/ky/areas.json' with { type: 'json' };
import ru from '../languages/ru/areas.json' with { type: 'json' };
import { PhraseTable } from '../words/index.ts';

/**
 * Words and phrases of each area. One that ends in `?` counts only where nothing firmer is said (“goods” beside “transit”);
 * `none` lists phrases whose words would mislead («в области»).
 */
type AreasData = Readonly<Record<string, readonly string[]>>;

/** The areas that a cue speaks of: surely, or where nothing else is said. */
export interface Cue {
  readonly firm: readonly Area[];
  readonly faint: readonly Area[];
}

const DATA: Readonly<Record<Language, AreasData>> = { en, ru, kk, ky };
const loaded = new Map<Language, PhraseTable<Cue>>();

/** The cues of a language. */
export function cuesOf(language: Language): PhraseTable<Cue> {
  let cues = loaded.get(language);
  if (cues === undefined) {
    cues = new PhraseTable(cuesByPhrase(DATA[language]));
    loaded.set(language, cues);
  }
  return cues;
}

const EMPTY: Cue = { firm: [], faint: [] };

function cuesByPhrase(data: AreasData): Map<string, Cue> {
  const phrases = new Map<string, Cue>((data.none ?? []).map((phrase) => [phrase, EMPTY]));
  for (const area of AREAS) {
    for (const entry of data[area] ?? []) {
      const isFaint = entry.endsWith('?');
      const phrase = isFaint ? entry.slice(0, -1) : entry;
      const { firm, faint } = phrases.get(phrase) ?? EMPTY;
      phrases.set(phrase, isFaint ? { firm, faint: [...faint, area] } : { firm: [...firm, area], faint });
    }
  }
  return phrases;
}
