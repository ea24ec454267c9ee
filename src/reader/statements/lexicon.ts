import type { Language } from '../../model/index.ts';
import en from '../languages/en/frames.json' with { type: 'json' };
import ru from '../languages/ru/frames.json' with { type: 'json' };
import { type Frame, type FrameIndex, Lexicon, type ReadyFrame } from './frame.ts';

const BY_LANGUAGE: Partial<Record<Language, FrameIndex>> = { en: indexed('en', en), ru: indexed('ru', ru) };

/** The frames of a language; undefined where it has none yet. */
export function framesOf(language: Language): FrameIndex | undefined {
  return BY_LANGUAGE[language];
}

function indexed(language: Language, data: unknown): FrameIndex {
  const { classes, frames } = Lexicon.parse(data);
  const byLemma = new Map<string, ReadyFrame[]>();
  for (const frame of frames) {
    const ready = readyFrame(frame, classes);
    for (const lemma of expanded(frame.lemmas, classes)) {
      const same = byLemma.get(lemma);
      if (same === undefined) byLemma.set(lemma, [ready]);
      else same.push(ready);
    }
  }
  const sets = Object.fromEntries(
    Object.entries(classes).map(([name, words]) => [name, new Set(expanded(words, classes))]),
  );
  const nouns = frames.flatMap(({ objects, subjects, complements }) => [
    ...(objects ?? []),
    ...(subjects ?? []),
    ...(complements ?? []),
  ]);
  const reporting = frames.filter(
    ({ takes, kind }) => takes?.includes('that') === true && (kind === 'report' || kind === 'undertake'),
  );
  return {
    language,
    byLemma,
    frames,
    classes: sets,
    nouns: new Set(expanded([...nouns, ...Object.values(classes).flat()], classes)),
    reporting: new Set(reporting.flatMap(({ lemmas }) => expanded(lemmas, classes))),
  };
}

function readyFrame(frame: Frame, classes: Record<string, string[]>): ReadyFrame {
  const { with: particles, objects, notObjects, subjects, complements, ...rest } = frame;
  return {
    ...rest,
    ...(particles && { with: new Set(expanded(particles, classes)) }),
    ...(objects && { objects: new Set(expanded(objects, classes)) }),
    ...(notObjects && { notObjects: new Set(expanded(notObjects, classes)) }),
    ...(complements && { complements: new Set(expanded(complements, classes)) }),
    ...(subjects && { subjects: new Set(expanded(subjects, classes)) }),
  };
}

/** The words with each `$class` replaced by its members. */
function expanded(words: readonly string[], classes: Record<string, string[]>): string[] {
  return words.flatMap((word) => {
    if (!/^\$[a-z]/.test(word)) return [word];
    const members = classes[word.slice(1)];
    if (members === undefined)
      throw new Error(`no word class ${word}; known classes: ${Object.keys(classes).join(', ')}`);
    return expanded(members, classes);
  });
}
