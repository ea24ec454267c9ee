// Learns the lemma models: `node training/lemmatizer.ts [LANGUAGE…]`, from ../shared/treebanks and, for Russian,
// the OpenCorpora dictionary as the npm package `az` carries it (the folder that AZ_DICTS names; without it the
// model knows fewer words). Deterministic; three minutes at most. Prints the accuracy on dev with gold tags.
import { readFileSync, writeFileSync } from 'node:fs';
import { fromConllu, UPOS } from '../src/language/index.ts';
import { type Lemmatizer, lemmatizerFrom } from '../src/language/lemmatizer/index.ts';
import { writeModel } from '../src/language/lemmatizer/model.ts';
import { LANGUAGES, type Language } from '../src/model/index.ts';
import { learn, mistagged, type Sample } from './lemmatizer-learning.ts';
import { dictionarySamples } from './opencorpora.ts';

interface Settings {
  /** Features that keys contain; few where taggers often err. */
  readonly features: readonly string[];
  /** How much a word counts that is seen with another's tags; 0 for none. */
  readonly noise: number;
}

const SETTINGS: Readonly<Record<Language, Settings>> = {
  en: { features: [], noise: 0 },
  ru: { features: ['Case', 'Number', 'VerbForm', 'Degree'], noise: 0.02 },
  kk: { features: ['Number', 'VerbForm'], noise: 0.05 },
  ky: { features: [], noise: 0.05 },
};

function treebankSamples(language: Language, part: string): Sample[] {
  const doc = fromConllu(readFileSync(`../shared/treebanks/${language}/${part}.conllu`, 'utf8'), language);
  const counts = new Map<string, Sample>();
  for (let token = 0; token < doc.length; token++) {
    const [form, feats, lemma] = [doc.form(token), doc.feats(token), doc.lemma(token)];
    const upos = UPOS.indexOf(doc.upos(token));
    const key = [form, upos, feats, lemma].join('\t');
    counts.set(key, { form, upos, feats, lemma, weight: (counts.get(key)?.weight ?? 0) + 1 });
  }
  return [...counts.values()];
}

function accuracy(lemmatizer: Lemmatizer, samples: readonly Sample[], list: boolean): number {
  let right = 0;
  let all = 0;
  for (const { form, upos, feats, lemma, weight } of samples) {
    const own = lemmatizer.lemma(form, upos, feats);
    all += weight;
    if (own === lemma) right += weight;
    else if (list) console.log(`  ${form} ${UPOS[upos]} ${feats}: ${own}, not ${lemma}`);
  }
  return (100 * right) / all;
}

function train(language: Language, listErrors: boolean): void {
  const { features, noise } = SETTINGS[language];
  const samples = treebankSamples(language, 'train');
  if (noise > 0) samples.push(...mistagged(samples, noise));
  const dictionary = process.env.AZ_DICTS;
  if (language === 'ru' && dictionary !== undefined)
    for (const sample of dictionarySamples(dictionary)) samples.push(sample);
  const bytes = writeModel(learn(samples, features));
  writeFileSync(`src/language/models/${language}.lemmas`, bytes);
  const share = accuracy(lemmatizerFrom(bytes), treebankSamples(language, 'dev'), listErrors);
  console.log(`${language}: ${share.toFixed(2)} % of dev's lemmas with gold tags; ${bytes.length} bytes`);
}

const named = process.argv.slice(2);
for (const language of LANGUAGES)
  if (named.every((name) => name.startsWith('--')) || named.includes(language))
    train(language, named.includes('--errors'));
