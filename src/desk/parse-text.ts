import { fromConllu, identifyLanguage, pipelineFor, toConllu } from '../language/index.ts';
import { LANGUAGES, type Language, ReadoutError } from '../model/index.ts';

/** The tokens, sentences and trees of a text as CoNLL-U; of a text that is CoNLL-U, its tokens with new trees. */
export function parseText(
  text: string,
  { language, conllu = false }: { language?: string; conllu?: boolean } = {},
): string {
  const known = language === undefined ? identifyLanguage(text) : knownLanguage(language);
  if (known === 'other')
    throw new ReadoutError(
      'unknown-language',
      'the language is not one that Readout knows:',
      text.slice(0, 40),
      remedy(),
    );
  const pipeline = pipelineFor(known);
  return toConllu(conllu ? pipeline.annotate(fromConllu(text, known)) : pipeline.parse(text));
}

function knownLanguage(language: string): Language {
  const known = LANGUAGES.find((one) => one === language);
  if (known === undefined)
    throw new ReadoutError('unknown-language', 'not a language that Readout knows:', language, remedy());
  return known;
}

function remedy(): string {
  return `name one of ${LANGUAGES.join(', ')} with --language`;
}
