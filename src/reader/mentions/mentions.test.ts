import { describe, expect, test } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import { documentOf, type Language } from '../../model/index.ts';
import { findFacts } from '../facts/index.ts';
import { layOut } from '../layout/index.ts';
import type { Mention } from '../setting.ts';
import { findMentions } from './index.ts';
import { isSameName } from './spelling.ts';

function mentionsIn(
  text: string,
  language: Language,
  publishedAt = '2024-06-01',
  publisher?: string,
): readonly Mention[] {
  const document = documentOf(text, { publishedAt, publisher });
  return findMentions(findFacts(layOut({ document, doc: pipelineFor(language).parse(text) }))).mentions;
}

const shown = (text: string, mentions: readonly Mention[]): string[] =>
  mentions.map(({ span, actors }) => `${text.slice(...span)} = ${actors.join('+')}`);

describe('phrases and their actors', () => {
  test.each<[Language, string, string[]]>([
    [
      'en',
      'The Norwegian President Ola Nordby met the Foreign Minister of Chad, Mr. Abel Toura.',
      [
        'The Norwegian President Ola Nordby = NOR/president',
        'the Foreign Minister of Chad, Mr. Abel Toura = TCD/foreign-minister',
      ],
    ],
    [
      'en',
      'H.E. Abel Toura, President of the Republic of Chad, arrived in Oslo.',
      ['H.E. Abel Toura, President of the Republic of Chad = TCD/president'],
    ],
    [
      'en',
      'The foreign ministers of Chad, Mali and Niger signed a plan.',
      [
        'The foreign ministers of Chad, Mali and Niger = TCD/foreign-minister+MLI/foreign-minister+NER/foreign-minister',
      ],
    ],
    [
      'en',
      'The Chadian side thanked the Norwegian Government.',
      ['The Chadian side = TCD/delegation', 'the Norwegian Government = NOR'],
    ],
    ['en', 'Norway and Chad spoke in the United Nations.', ['Norway = NOR', 'Chad = TCD', 'the United Nations = un']],
    ['en', 'The envoys of the People’s Republic of China came.', ['the People’s Republic of China = CHN']],
    [
      'en',
      'The Minister of Rural Roads of Chad spoke.',
      ['The Minister of Rural Roads of Chad = TCD/rural-roads-minister'],
    ],
    [
      'en',
      'Minister of Energy and Water Resources of Chad Abel Toura thanked the Norwegian Grain Agency.',
      [
        'Minister of Energy and Water Resources of Chad Abel Toura = TCD/energy-minister',
        'the Norwegian Grain Agency = NOR/grain-agency',
      ],
    ],
    ['en', 'Grain arrives in Chad by May 2026, as Norway promised.', ['Norway = NOR']],
    ['en', 'Deputy Premier of Chad He Toura slept.', ['Deputy Premier of Chad He Toura = TCD/deputy-prime-minister']],
    ['en', 'Norway met two leaders of a smuggling ring.', ['Norway = NOR']],
    [
      'ru',
      'Министр транспорта и туризма Чада Абель Тура прибыл в Осло.',
      ['Министр транспорта и туризма Чада Абель Тура = TCD/transport-minister'],
    ],
    ['en', 'Chadian goods reach the ports of southern Norway through Nigeria.', []],
    [
      'ru',
      'Президент Чада Абель Тура встретился с министром иностранных дел Норвегии.',
      ['Президент Чада Абель Тура = TCD/president', 'министром иностранных дел Норвегии = NOR/foreign-minister'],
    ],
    [
      'ru',
      'Норвежская сторона передала Чаду зерно, а правительство Чада поблагодарило Норвегию.',
      ['Норвежская сторона = NOR/delegation', 'Чаду = TCD', 'правительство Чада = TCD', 'Норвегию = NOR'],
    ],
    [
      'ru',
      'Главы МИД Чада и Норвегии обсудили работу ООН.',
      ['Главы МИД Чада и Норвегии = TCD/foreign-minister+NOR/foreign-minister', 'ООН = un'],
    ],
  ])('%s: %s', (language, text, expected) => expect(shown(text, mentionsIn(text, language))).toEqual(expected));
});

describe('references to what was said before', () => {
  const lead = 'President of Chad Abel Toura met President of Norway Ola Nordby. ';
  test.each<[string, string]>([
    ['The Chadian leader spoke.', 'The Chadian leader = TCD/president'],
    ['Toura spoke.', 'Toura = TCD/president'],
    ['Mr Nordby spoke.', 'Mr Nordby = NOR/president'],
    ['He spoke first.', 'He = TCD/president'],
    ['The two Presidents spoke.', 'The two Presidents = TCD/president+NOR/president'],
    ['The leaders spoke.', 'The leaders = TCD/president+NOR/president'],
    ['Both countries trade.', 'Both countries = TCD+NOR'],
    ['The two agreed on grain.', 'The two = TCD/president+NOR/president'],
    ['The two men agreed on grain.', 'The two men = TCD/president+NOR/president'],
    ['Nordby said that his government would send grain.', 'his government = NOR'],
    ['Toura spoke first; he thanked Nordby.', 'he = TCD/president'],
    ['The sides agreed.', 'The sides = TCD+NOR'],
    ['The heads of state agreed.', 'The heads of state = TCD/president+NOR/president'],
  ])('%s', (sentence, expected) => {
    const text = lead + sentence;
    expect(shown(text, mentionsIn(text, 'en'))).toContain(expected);
  });

  test('a counterpart is of the other state and has the same office', () => {
    const text = 'Foreign Minister of Chad Abel Toura thanked his Norwegian counterpart.';
    expect(shown(text, mentionsIn(text, 'en'))[1]).toBe('his Norwegian counterpart = NOR/foreign-minister');
  });

  test('a counterpart with a name has the office of whoever was spoken of last', () => {
    const text = `${lead}Energy Minister of Chad Issa Doro met his Norwegian counterpart, Kari Lunde.`;
    expect(shown(text, mentionsIn(text, 'en')).at(-1)).toBe(
      'his Norwegian counterpart, Kari Lunde = NOR/energy-minister',
    );
  });

  test('an object is not the subject of its sentence', () => {
    const text = `${lead}Toura thanked Nordby and invited him to visit Chad.`;
    expect(shown(text, mentionsIn(text, 'en'))).toContain('him = NOR/president');
  });

  test('every mention says by which step it was resolved', () => {
    const text = `${lead}He thanked the guest. The sides agreed.`;
    const steps = mentionsIn(text, 'en').map(({ by }) => by);
    expect(steps.slice(0, 3)).toEqual(['text', 'text', 'pronoun']);
    expect(steps.at(-1)).toBe('group');
  });
});

describe('capitals and states as places', () => {
  test.each<[Language, string, string[]]>([
    ['en', 'Oslo accused Moscow of delays.', ['Oslo = NOR', 'Moscow = RUS']],
    ['en', 'They met in Oslo and flew to Moscow.', []],
    ['en', 'The talks about grain with Tokyo go on.', ['Tokyo = JPN']],
    ['en', 'The minister will pay a visit to Norway.', []],
    ['ru', 'Осло обещал Чаду зерно.', ['Осло = NOR', 'Чаду = TCD']],
    ['ru', 'Переговоры прошли в Осло.', []],
  ])('%s: %s', (language, text, expected) => {
    const found = mentionsIn(text, language).filter(({ kind }) => kind === 'state');
    expect(shown(text, found)).toEqual(expected);
  });
});

describe('names', () => {
  test.each([
    ['Rahmon', 'Rakhmon', true],
    ['Zhaparov', 'Japarov', true],
    ['Мирзиёевым', 'Мирзиёев', true],
    ['Nordby', 'Toura', false],
    ['Omarov', 'Umarov', false],
  ])('%s and %s', (a, b, same) => expect(isSameName(a, b)).toBe(same));

  test('a namesake of somebody known is nobody known', () => {
    expect(mentionsIn('The baker Pablo Lavrov slept.', 'en', '2020-01-01')).toEqual([]);
  });
});
