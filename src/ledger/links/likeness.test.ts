import { describe, expect, test } from 'vitest';
import type { Area, Language } from '../../model/index.ts';
import { entryTold } from '../testing/readings.ts';
import { linkCommitments } from './commitments.ts';

// Wordings of undertakings from many fields, as two press services may give them. They hold the lexicon and the scorer to kinds of text
// that they were not fitted on.

const INTRODUCTION: Readonly<Record<Language, string>> = {
  en: 'The sides will',
  ru: 'Стороны намерены',
  kk: 'Тараптар',
  ky: 'Тараптар',
};

function mention(words: string, language: Language, areas: readonly Area[], on: string) {
  return entryTold({ text: `${INTRODUCTION[language]} ${words}.`, on, language, commitments: [{ words, areas }] })
    .commitments[0]!;
}

type Wording = readonly [words: string, areas: readonly Area[], language?: Language];

const SAME: readonly (readonly [Wording, Wording])[] = [
  [
    ['abolish visas for holders of service passports', ['migration']],
    ['отменить визы для владельцев служебных паспортов', ['migration'], 'ru'],
  ],
  [
    ['establish a joint venture to assemble tractors in Sumgait', ['industry', 'investment']],
    ['создать в Сумгаите совместное предприятие по сборке тракторов', ['industry'], 'ru'],
  ],
  [
    ['mutually recognize academic degrees', ['education']],
    ['взаимно признавать ученые степени', ['education', 'science'], 'ru'],
  ],
  [
    ['raise the number of weekly flights between Baku and Izmir to ten', ['transport']],
    ['увеличить до десяти число еженедельных рейсов Баку – Измир', ['transport', 'tourism'], 'ru'],
  ],
  [
    ['open a consulate general in Kars', ['politics', 'migration']],
    ['открыть в Карсе генеральное консульство', ['migration'], 'ru'],
  ],
  [
    ['jointly combat drug trafficking', ['security']],
    ['совместно противодействовать незаконному обороту наркотиков', ['security', 'justice'], 'ru'],
  ],
  [
    ['complete the Nakhchivan railway by 2026', ['transport']],
    ['завершить строительство железной дороги в Нахичевань к 2026 году', ['transport', 'transit'], 'ru'],
  ],
  [
    ['hold joint military exercises every year', ['defence']],
    ['ежегодно проводить совместные военные учения', ['defence'], 'ru'],
  ],
  [
    ['train 200 doctors', ['health', 'education']],
    ['подготовить 200 врачей', ['health'], 'ru'],
  ],
  [
    ['supply 2 billion cubic metres of gas annually', ['energy']],
    ['ежегодно поставлять 2 млрд кубометров газа', ['energy'], 'ru'],
  ],
  [
    ['ease customs procedures for perishable goods', ['trade']],
    ['упростить таможенные процедуры для скоропортящихся товаров', ['trade', 'transit'], 'ru'],
  ],
  [
    ['restore the Heydar mosque', ['culture']],
    ['отреставрировать мечеть Гейдар', ['culture'], 'ru'],
  ],
  [
    ['boost exports of fruit and vegetables', ['trade', 'agriculture']],
    ['нарастить экспорт плодоовощной продукции', ['agriculture', 'trade'], 'ru'],
  ],
  [
    ['restart passenger train service between Baku and Tbilisi', ['transport']],
    ['resume passenger rail traffic on the Baku–Tbilisi route', ['transport']],
  ],
  [
    ['build a hydropower plant on the Naryn', ['energy', 'water']],
    ['Нарын өзенінде су электр станциясын салу', ['energy', 'water'], 'kk'],
  ],
  [
    ['open a border checkpoint at Karasu', ['border']],
    ['Карасуу өткөрүү пунктун ачуу', ['border'], 'ky'],
  ],
];

const DIFFERENT: readonly (readonly [Wording, Wording])[] = [
  [
    ['open a consulate general in Kars', ['migration']],
    ['упростить таможенные процедуры', ['trade'], 'ru'],
  ],
  [
    ['build a power line to Kars', ['energy']],
    ['построить дорогу в Карс', ['transport'], 'ru'],
  ],
  [
    ['hold an investment forum in Baku', ['investment']],
    ['провести молодёжный форум в Анкаре', ['youth'], 'ru'],
  ],
  [
    ['supply gas', ['energy']],
    ['поставлять электроэнергию', ['energy'], 'ru'],
  ],
  [
    ['expand cooperation in tourism', ['tourism']],
    ['расширять сотрудничество в сфере энергетики', ['energy'], 'ru'],
  ],
  [
    ['open a school in Shusha', ['education']],
    ['open a hospital in Lachin', ['health']],
  ],
];

describe.each([
  ['told of the same talks', '2022-03-01'],
  ['told a year later', '2023-03-01'],
])('%s', (_when, later) => {
  const outcome = ([a, b]: readonly [Wording, Wording]) =>
    linkCommitments(mention(a[0], a[2] ?? 'en', a[1], '2022-03-01'), mention(b[0], b[2] ?? 'en', b[1], later))?.outcome;

  test.each(SAME)('same: %j and %j', (a, b) => expect(outcome([a, b])).toBe('same'));
  test.each(DIFFERENT)('not the same: %j and %j', (a, b) => expect(outcome([a, b])).not.toBe('same'));
});
