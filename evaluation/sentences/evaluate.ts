import { pipelineFor } from '../../src/language/index.ts';
import { documentOf, type Language, overlap, type Reading, type Span } from '../../src/model/index.ts';
import { read } from '../../src/reader/index.ts';
import { addCounts, type Counts, scoresOf } from '../compare.ts';
import { type Sentence, sentencesOf, TOPICS, type Topic } from './format.ts';

/** A text of two states around each sentence, so that it is read as one of a readout. */
const HEADLINES = {
  en: 'Ministers of Norway and Peru meet in Lima',
  ru: 'Министры Норвегии и Перу встретились в Лиме',
} as const satisfies Partial<Record<Language, string>>;

type SentenceLanguage = keyof typeof HEADLINES;

interface Judged {
  readonly sentence: Sentence;
  readonly found: readonly string[];
}

/** What the reader finds in the judged stretch of each sentence of a topic. */
export function judge(topic: Topic, language: SentenceLanguage): Judged[] {
  return sentencesOf(topic, language).map((sentence) => ({
    sentence,
    found: FINDERS[topic](...readAlone(sentence, language)),
  }));
}

function readAlone({ text, judged: [start, end] }: Sentence, language: SentenceLanguage): [Reading, Span] {
  const before = `${HEADLINES[language]}\n\n`;
  const document = documentOf(`${before}${text}\n`, { publishedAt: '2024-05-06' });
  const reading = read(document, pipelineFor(language).parse(document.text));
  return [reading, [start + before.length, end + before.length]];
}

const FINDERS: Record<Topic, (reading: Reading, judged: Span) => string[]> = {
  areas: ({ statements }, judged) => [...new Set(within(statements, judged).flatMap(({ areas }) => areas))],
  progress: ({ progress }, judged) =>
    within(progress, judged)
      .map(({ kind }) => kind)
      .slice(0, 1),
  commitments: ({ commitments }, judged) => [String(within(commitments, judged).length)],
};

function within<T extends { readonly spans: readonly Span[] }>(items: readonly T[], judged: Span): T[] {
  return items.filter(({ spans }) => spans.some((span) => overlap(span, judged) > 0));
}

/** How many labels are right, found and expected; of commitments, how many of them. */
export function countsOf(topic: Topic, { sentence: { expected }, found }: Judged): Counts {
  if (topic === 'commitments') {
    const [predicted, gold] = [Number(found[0]), Number(expected[0])];
    return { right: Math.min(predicted, gold), predicted, gold };
  }
  const wanted = expected.filter((label) => label !== 'none');
  return {
    right: found.filter((label) => wanted.includes(label)).length,
    predicted: found.length,
    gold: wanted.length,
  };
}

/** `npm run evaluate -- --sentences`: precision, recall and F1 of each topic; with `errors` each sentence that was read otherwise. */
export function evaluateSentences(errors: boolean): void {
  for (const topic of TOPICS)
    for (const language of ['en', 'ru'] as const) {
      const judged = judge(topic, language);
      const counts = addCounts(judged.map((one) => countsOf(topic, one)));
      const [precision, recall, f1] = Object.values(scoresOf(counts)).map((value) => value.toFixed(2));
      const of = `${counts.right}/${counts.predicted}/${counts.gold}`;
      console.log(
        `${topic} ${language}: precision ${precision}, recall ${recall}, F1 ${f1} (${of}), ${judged.length} sentences`,
      );
      if (errors)
        for (const { sentence, found } of judged.filter(isWrong))
          console.log(`  ${sentence.expected} read as ${found}: ${sentence.text}`);
    }
}

function isWrong({ sentence, found }: Judged): boolean {
  return (
    sentence.expected
      .filter((label) => label !== 'none')
      .toSorted()
      .join() !== found.toSorted().join()
  );
}
