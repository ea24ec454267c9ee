import { describe, expect, test } from 'vitest';
import type { Language } from '../model/index.ts';
import { matchNames, type NameEntry } from './index.ts';

/** What a text names: `kind ids/office/key`, one a name, by its first entry. */
function namesIn(text: string, language: Language): string[] {
  return matchNames(text.split(' '), language).map(({ entries }) => summary(entries[0]!));
}

function summary({ kind, ids, office, key, plural }: NameEntry): string {
  const what = kind === 'person' || kind === 'group' ? key : kind === 'office' ? (ids[0] ?? office) : ids.join('+');
  return `${kind} ${what}${plural === true ? ' plural' : ''}`;
}

describe('English', () => {
  test.each<readonly [string, readonly string[]]>([
    ['the Kyrgyz Republic', ['state KGZ']],
    ['Kazakhstan’s neighbours', ['state KAZ']],
    ["the People's Republic of China", ['state CHN']],
    ["the People 's Republic of China", ['state CHN']],
    ['the Republic of China', ['state TWN']],
    ['give us the US and U.S. view', ['state USA', 'state USA']],
    ['Türkiye , formerly Turkey', ['state TUR', 'state TUR']],
    ['Burma and Zaire', ['state MMR', 'state COD']],
    ['Côte d’Ivoire', ['state CIV']],
    ['the Uzbek - Tajik border', ['compound UZB+TJK']],
    ['Kazakh-Kyrgyz talks', ['compound KAZ+KGZ']],
    ['a Sino-Russian pipeline', ['compound CHN+RUS']],
    ['an India–Mongolia summit', ['compound IND+MNG']],
    ['from Nur-Sultan to Bishkek', ['capital KAZ', 'capital KGZ']],
    ['the Kremlin and Downing Street', ['metonym RUS/president', 'metonym GBR/prime-minister']],
    ['the UN Security Council', ['organization un/security-council']],
    ['Nato , the SCO and Asean', ['organization nato', 'organization sco', 'organization asean']],
    ['the Central Asian states', ['group central-asia']],
    ['Heads of State', ['office head-of-state plural']],
    ['the transport ministers', ['office transport-minister plural']],
    ['Minister of Transport and Communications', ['office transport-minister']],
    ['Deputy Foreign Minister', ['office deputy-foreign-minister']],
    ['President of the European Council', ['office eu/council-president']],
    ['the President’s visit', ['office president']],
    ['e-government at delegation-level', []],
    ['the EU-led mission', ['organization eu']],
    ['polish the plate', []],
    ['a quad bike and a who is who', []],
  ])('%s', (text, names) => {
    expect(namesIn(text, 'en')).toEqual(names);
  });
});

describe('Russian, in every case', () => {
  test.each<readonly [string, readonly string[]]>([
    ['Казахстана Казахстану Казахстаном Казахстане', Array(4).fill('state KAZ')],
    ['Кыргызской Республикой', ['state KGZ']],
    ['Республики Казахстан', ['state KAZ']],
    ['в Объединенных Арабских Эмиратах', ['state ARE']],
    ['с Боснией и Герцеговиной', ['state BIH']],
    ['Китайской Народной Республике', ['state CHN']],
    ['Нидерландов Филиппинами Мальдивах', ['state NLD', 'state PHL', 'state MDV']],
    ['Киргизии', ['state KGZ']],
    ['кыргызского кыргызской кыргызскими', Array(3).fill('demonym KGZ')],
    ['казахско-кыргызской границе', ['compound KAZ+KGZ']],
    ['американо-китайских', ['compound USA+CHN']],
    ['из Нур-Султана в Дохе', ['capital KAZ', 'capital QAT']],
    ['в Акорде и Белым домом', ['metonym KAZ/president', 'metonym USA/president']],
    ['Шанхайской организацией сотрудничества', ['organization sco']],
    ['Организации Объединённых Наций', ['organization un']],
    ['Советом Безопасности ООН', ['organization un/security-council']],
    ['стран Центральной Азии', ['group central-asia']],
    ['министрам иностранных дел', ['office foreign-minister plural']],
    ['главе государства', ['office head-of-state']],
    ['с Премьер-министром', ['office prime-minister']],
    ['Председателю Кабинета министров', ['office prime-minister']],
    ['послами', ['office ambassador plural']],
    ['Минтрансом', ['office transport-ministry']],
    ['ничего не чадит', []],
  ])('%s', (text, names) => {
    expect(namesIn(text, 'ru')).toEqual(names);
  });
});

describe('Kazakh and Kyrgyz, with their endings', () => {
  test.each<readonly [string, Language, readonly string[]]>([
    ['Қазақстан Республикасының Президенті', 'kk', ['state KAZ', 'office president']],
    ['Қырғызстанмен Ресейден Германияда', 'kk', ['state KGZ', 'state RUS', 'state DEU']],
    ['Сыртқы істер министрімен', 'kk', ['office foreign-minister']],
    ['Біріккен Ұлттар Ұйымының', 'kk', ['organization un']],
    ['Астанаға', 'kk', ['capital KAZ']],
    ['Казакстандын тышкы иштер министри', 'ky', ['state KAZ', 'office foreign-minister']],
    ['Кыргыз Республикасынын Өзбекстанга', 'ky', ['state KGZ', 'state UZB']],
    ['Министрлер Кабинетинин Төрагасы', 'ky', ['office prime-minister']],
  ])('%s (%s)', (text, language, names) => {
    expect(namesIn(text, language)).toEqual(names);
  });
});

describe('people, however spelled', () => {
  const japarov = ['person sadyr-japarov'];
  const tokayev = ['person kassym-jomart-tokayev'];
  test.each<readonly [string, Language, readonly string[]]>([
    ['Sadyr Zhaparov', 'en', japarov],
    ['Sadyr Žaparov', 'en', japarov],
    ['JAPAROV Sadyr', 'en', japarov],
    ['S. Japarov', 'en', japarov],
    ['S.N. Japarov', 'en', japarov],
    ['Sadyr Nurgozhoyevich', 'en', japarov],
    ['Садыром Жапаровым', 'ru', japarov],
    ['Садыра Нургожоевича', 'ru', japarov],
    ['С.Н.Жапарову', 'ru', japarov],
    ['Садыр Жапаровдун', 'ky', japarov],
    ['Qasym-Jomart Toqaev', 'en', tokayev],
    ['Kassym - Jomart Tokayev', 'en', tokayev],
    ['Tokaev', 'en', tokayev],
    ['К.-Ж. Токаевым', 'ru', tokayev],
    ['К . - Ж. Токаев', 'ru', tokayev],
    ['Токаеву', 'ru', tokayev],
    ['Тоқаевпен', 'kk', tokayev],
    ['Mirziyaev', 'en', ['person shavkat-mirziyoyev']],
    ['Шавкату Мирзиёеву', 'ru', ['person shavkat-mirziyoyev']],
    ['Berdymukhammedov Serdar', 'en', ['person serdar-berdimuhamedov']],
    ['President Xi', 'en', ['office president', 'person xi-jinping']],
    ['Jinping Xi', 'en', ['person xi-jinping']],
    ['Си Цзиньпину', 'ru', ['person xi-jinping']],
    ['Lavrov', 'en', ['person sergey-lavrov']],
    ['Recep Tayyip Erdogan', 'en', ['person recep-tayyip-erdogan']],
    ['Mr. KISHIDA Fumio', 'en', ['person fumio-kishida']],
    ['Lee Jae-myung', 'en', ['person lee-jae-myung']],
    ['lavrov street', 'en', []],
    ['Мы не', 'ru', []],
    ['Georgia will', 'en', ['state GEO']],
    ['Korea', 'en', ['state KOR']],
    ['Quite so', 'en', []],
    ['Шейх Мухаммед бен Заид', 'ru', ['person mohamed-bin-zayed']],
    ['Sheikh Mohamed bin Zayed Al Nahyan', 'en', ['person mohamed-bin-zayed']],
    ['президента Франции Эмманюэля Макрона', 'ru', ['office president', 'state FRA', 'person emmanuel-macron']],
    ['Ursula von der Leyen', 'en', ['person ursula-von-der-leyen']],
    ['Но Му Хёна', 'ru', ['person roh-moo-hyun']],
  ])('%s (%s)', (text, language, names) => {
    expect(namesIn(text, language)).toEqual(names);
  });

  test('a family name alone that several bear gives them all', () => {
    const [match] = matchNames(['Жапаровым'], 'ru');
    expect(match?.entries.map(({ key }) => key).sort()).toEqual(['akylbek-japarov', 'sadyr-japarov']);
  });
});

describe('what an entry tells', () => {
  const entriesOf = (text: string, language: Language = 'en') =>
    matchNames(text.split(' '), language).flatMap(({ entries }) => entries);

  test('a former name has its last day', () => {
    expect(entriesOf('Swaziland')[0]).toMatchObject({ ids: ['SWZ'], to: '2018-04-18' });
    expect(entriesOf('Nur-Sultan')[0]).toMatchObject({ from: '2019-03-23', to: '2022-09-17' });
  });

  test.each(['Georgia', 'Jordan', 'Chad', 'Turkey', 'Niger', 'Guinea'])('%s is ambiguous', (name) => {
    expect(entriesOf(name)[0]?.ambiguous).toBe(true);
  });

  test('Congo may be either of two states', () => {
    expect(entriesOf('Congo').map(({ ids }) => ids[0])).toEqual(['COG', 'COD']);
  });

  test('a match counts words, not parts of words', () => {
    expect(matchNames(['the', 'Kazakh-Kyrgyz', 'border'], 'en')).toMatchObject([{ first: 1, last: 1 }]);
    expect(matchNames(['Kassym', '-', 'Jomart', 'Tokayev', 'met'], 'en')).toMatchObject([{ first: 0, last: 3 }]);
  });
});
