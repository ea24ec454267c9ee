import { pipelineFor } from '../src/language/index.ts';
import { Reading } from '../src/model/index.ts';
import { read } from '../src/reader/index.ts';
import type { GoldText } from './gold.ts';

/** The reader's own reading of a gold text, from its text and date of publication alone, held against the schema. */
export function readGold({ document, reading }: GoldText): Reading {
  const { language } = reading.document;
  if (language === 'other') throw new Error(`gold texts are in a language that Readout reads, not "${language}"`);
  return Reading.parse(read(document, pipelineFor(language).parse(document.text)));
}
