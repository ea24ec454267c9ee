import type { Language } from '../model/index.ts';
import { Doc } from './doc.ts';
import { LANGUAGE_DATA } from './languages/index.ts';
import { splitFinalStops } from './tokenizer/final-stops.ts';
import { cutLongSentences } from './tokenizer/long-sentences.ts';
import { scan } from './tokenizer/scan.ts';
import { sentenceStarts } from './tokenizer/sentences.ts';

/**
 * The tokens and sentences of a text, with exact offsets. Tokens are syntactic words as the language's treebanks
 * cut them: English clitics and hyphens stand alone (`do` `n't`, `long` `-` `term`), Russian hyphens stay inside.
 * Sentences have 200 tokens at most.
 * Every character that is not space belongs to a token. Any string is taken; time is linear in its length.
 */
export function tokenize(text: string, language: Language): Doc {
  const data = LANGUAGE_DATA[language];
  const scanned = scan(text, data);
  const { spans, sentenceStarts: begins } = splitFinalStops(text, scanned, sentenceStarts(text, scanned, data));
  const bounded = cutLongSentences(text, spans, begins);
  return new Doc({
    text,
    language,
    starts: Uint32Array.from(spans.starts),
    ends: Uint32Array.from(spans.ends),
    sentenceStarts: Uint32Array.from(bounded),
  });
}
