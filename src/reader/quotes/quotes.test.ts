import { describe, expect, test } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import { documentOf, type Language } from '../../model/index.ts';
import { findFacts } from '../facts/index.ts';
import { layOut } from '../layout/index.ts';
import { findMentions } from '../mentions/index.ts';
import type { WithQuotes } from '../setting.ts';
import { findQuotes } from './index.ts';
import { turnSpans } from './turns.ts';

function settingOf(text: string, language: Language): WithQuotes {
  const document = documentOf(text, { publishedAt: '2024-06-01' });
  return findQuotes(findMentions(findFacts(layOut({ document, doc: pipelineFor(language).parse(text) }))));
}

const LEAD = {
  en: 'President of Chad Abel Toura met President of Norway Ola Nordby. ',
  ru: 'Президент Чада Абель Тура встретился с Президентом Норвегии Олой Нордбю. ',
};

describe('speakers of quotations', () => {
  test.each<['en' | 'ru', string, string, string | undefined]>([
    ['en', '“Grain matters to all of us,” said Nordby.', 'Grain matters to all of us,', 'NOR/president'],
    ['en', 'Nordby replied: “Grain matters to all of us.”', 'Grain matters to all of us.', 'NOR/president'],
    ['en', 'Toura praised the "Long White Night" festival.', '', undefined],
    ['ru', '«Зерно нужно всем нам», – сказал Абель Тура.', 'Зерно нужно всем нам', 'TCD/president'],
    ['ru', 'Нордбю ответил: «Зерно нужно всем нам».', 'Зерно нужно всем нам', 'NOR/president'],
    ['ru', 'Они открыли завод «Белая ночь».', '', undefined],
  ])('%s: %s', (language, sentence, words, speaker) => {
    const { quotes, doc } = settingOf(LEAD[language] + sentence, language);
    expect(quotes.map(({ span }) => doc.text.slice(...span)).join('|')).toBe(words);
    expect(quotes[0]?.speaker).toBe(speaker);
  });

  test('a quotation goes on in the next paragraph with the same speaker', () => {
    const text = `Ministers meet\n\n${LEAD.en}\n\n“Grain matters to all of us,” said Nordby.\n\n“We shall send it in the autumn of this year.”`;
    expect(settingOf(text, 'en').quotes.map(({ speaker }) => speaker)).toEqual(['NOR/president', 'NOR/president']);
  });
});

describe('first persons', () => {
  test.each<['en' | 'ru', string, string, string]>([
    ['en', '“I want grain, and we are ready to pay for it,” said Toura.', 'I', 'TCD/president'],
    ['en', '“I want grain, and we are ready to pay for it,” said Toura.', 'we', 'TCD'],
    ['ru', '«Мое правительство пришлет зерно», – сказал Абель Тура.', 'Мое правительство', 'TCD'],
    ['ru', '«Мы готовы платить за зерно», – сказал Абель Тура.', 'Мы', 'TCD'],
  ])('%s: %s %s', (language, sentence, word, actor) => {
    const { mentions, doc } = settingOf(LEAD[language] + sentence, language);
    expect(mentions.find(({ span }) => doc.text.slice(...span) === word)?.actors).toEqual([actor]);
  });
});

describe('turns behind a dash', () => {
  test.each([
    ['– Зерно готово, – сказал Тура. – Мы его пришлем.', ['Зерно готово', 'Мы его пришлем.']],
    ['– Зерно готово.', ['Зерно готово.']],
    ['Зерно готово.', []],
  ])('%s', (text, expected) => {
    expect(turnSpans(text, [0, text.length]).map((span) => text.slice(...span).replace(/,$/, ''))).toEqual(expected);
  });
});
