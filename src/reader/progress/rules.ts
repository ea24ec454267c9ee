import { z } from 'zod';
import { type Language, PROGRESS_KINDS } from '../../model/index.ts';
import en from '../languages/en/progress.json' with { type: 'json' };
import ru from '../languages/ru/progress.json' with { type: 'json' };

const Words = z.array(z.string());

/** A way of telling what became of an undertaking. All conditions that are given must hold; `$name` stands for a class. */
const Rule = z.strictObject({
  id: z.string(),
  kind: z.enum(PROGRESS_KINDS),
  /** Lemma of the predicate. */
  lemmas: Words.optional(),
  /** Lemma of the subject, or of a noun within it; of an active verb's object where `objects` are not given. */
  subjects: Words.optional(),
  /** One of these phrases stands within the clause. */
  words: Words.optional(),
  /** None of these does. */
  unless: Words.optional(),
  negative: z.boolean().optional(),
  passive: z.boolean().optional(),
  /** The verb is in the past or perfect. */
  past: z.boolean().optional(),
  perfect: z.boolean().optional(),
  notPlanned: z.boolean().optional(),
  /** The clause holds an amount or a bare number; a date. */
  needsFigure: z.boolean().optional(),
  needsTime: z.boolean().optional(),
  example: z.string(),
});

/** A rule with its word lists as sets. */
export interface ProgressRule extends Omit<z.infer<typeof Rule>, 'lemmas' | 'subjects'> {
  readonly lemmas?: ReadonlySet<string>;
  readonly subjects?: ReadonlySet<string>;
}

const Rules = z.strictObject({ classes: z.record(z.string(), Words), rules: z.array(Rule) });

const BY_LANGUAGE: Partial<Record<Language, readonly ProgressRule[]>> = { en: prepared(en), ru: prepared(ru) };

/** The rules of a language, in the order of trial; empty where it has none yet. */
export function progressRulesOf(language: Language): readonly ProgressRule[] {
  return BY_LANGUAGE[language] ?? [];
}

const byLemma = new Map<Language, Map<string, readonly ProgressRule[]>>();

/** Those that a predicate of this lemma can fit: a clause is tried by a third of them. */
export function progressRulesFor(language: Language, lemma: string): readonly ProgressRule[] {
  let known = byLemma.get(language);
  if (known === undefined) {
    known = new Map();
    byLemma.set(language, known);
  }
  let rules = known.get(lemma);
  if (rules === undefined) {
    rules = progressRulesOf(language).filter(({ lemmas }) => lemmas === undefined || lemmas.has(lemma));
    if (known.size >= KEPT_LEMMAS) known.clear();
    known.set(lemma, rules);
  }
  return rules;
}

/** How many lemmas a language's table remembers. */
const KEPT_LEMMAS = 5_000;

function prepared(data: unknown): ProgressRule[] {
  const { classes, rules } = Rules.parse(data);
  const expanded = (words: readonly string[]): Set<string> =>
    new Set(words.flatMap((word) => (word.startsWith('$') ? (classes[word.slice(1)] ?? []) : [word])));
  return rules.map(({ lemmas, subjects, ...rule }) => ({
    ...rule,
    ...(lemmas && { lemmas: expanded(lemmas) }),
    ...(subjects && { subjects: expanded(subjects) }),
  }));
}
