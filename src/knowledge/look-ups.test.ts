import { describe, expect, test } from 'vitest';
import type { Language } from '../model/index.ts';
import {
  actorName,
  bindsPrincipal,
  capitalOf,
  holderOf,
  isKnownActor,
  membersOf,
  officeFor,
  officesOf,
  placeName,
  placeNamed,
  stateOfCapital,
  suggestActors,
} from './index.ts';

test.each<readonly [string, string, string]>([
  ['KAZ', 'head-of-state', 'KAZ/president'],
  ['JPN', 'head-of-state', 'JPN/emperor'],
  ['JPN', 'leader', 'JPN/prime-minister'],
  ['DEU', 'leader', 'DEU/prime-minister'],
  ['QAT', 'leader', 'QAT/emir'],
  ['USA', 'head-of-government', 'USA/president'],
  ['USA', 'secretary-of-state', 'USA/foreign-minister'],
  ['TKM', 'deputy-prime-minister', 'TKM/deputy-chairman-of-cabinet'],
  ['KGZ/delegation', 'head-of-government', 'KGZ/prime-minister'],
  ['KAZ', 'transport-minister', 'KAZ/transport-minister'],
  ['sco', 'leader', 'sco/secretary-general'],
])('%s, %s: %s', (state, role, actor) => {
  expect(officeFor(state, role)).toBe(actor);
});

test.each<readonly [string, Language, string]>([
  ['KAZ', 'en', 'Kazakhstan'],
  ['KAZ', 'ru', 'Казахстан'],
  ['KAZ', 'kk', 'Қазақстан'],
  ['ITA', 'ky', 'Италия'],
  ['PHL', 'ru', 'Филиппины'],
  ['KAZ/president', 'en', 'President of Kazakhstan'],
  ['USA/foreign-minister', 'en', 'Foreign Minister of the United States'],
  ['KGZ/transport-ministry', 'en', 'Ministry of Transport of Kyrgyzstan'],
  ['KAZ/president', 'ru', 'Президент Казахстана'],
  ['BLR/prime-minister', 'ru', 'Премьер-министр Беларуси'],
  ['MUS/president', 'ru', 'Президент Маврикия'],
  ['BIH/foreign-minister', 'ru', 'Министр иностранных дел Боснии и Герцеговины'],
  ['un/secretary-general', 'ru', 'Генеральный секретарь ООН'],
  ['TJK/ambassador-to-kgz', 'en', 'Ambassador of Tajikistan to Kyrgyzstan'],
  ['KAZ/president', 'kk', 'Қазақстан: Президент'],
  ['eaeu', 'en', 'Eurasian Economic Union'],
  ['un/security-council', 'ru', 'Совет Безопасности ООН'],
  ['eu/high-representative', 'ru', 'Высокий представитель ЕС'],
  ['eu/council-president', 'en', 'President of the European Council'],
  ['central-asia', 'en', 'Central Asian countries'],
  ['XYZ', 'en', 'XYZ'],
])('the name of %s in %s', (id, language, name) => {
  expect(actorName(id, language)).toBe(name);
});

test.each([
  ['Нур-Султан', 'en', '2021-03-02', 'Nur-Sultan'],
  ['Astana', 'ru', '2021-03-02', 'Нур-Султан'],
  ['Astana', 'kk', '2024-04-19', 'Астана'],
  ['Bishkek', 'kk', undefined, 'Бішкек'],
  ['Nowhere', 'ru', undefined, 'Nowhere'],
] as const)('the place %s in %s on %s is %s', (place, language, day, name) => {
  expect(placeName(place, language, day)).toBe(name);
});

test.each<readonly [string, string]>([
  ['KAZA', 'KAZ'],
  ['Kazakstan', 'KAZ'],
  ['Казакстан', 'KAZ'],
  ['KAZ/presidnt', 'KAZ/president'],
  ['eaue', 'eaeu'],
  ['Germny', 'DEU'],
])('%s is near %s', (wrong, right) => {
  expect(suggestActors(wrong)[0]).toBe(right);
});

test('known actors', () => {
  expect(['KAZ', 'XKX', 'sco', 'KAZ/president', 'eec/council'].map(isKnownActor)).toEqual(Array(5).fill(true));
  expect(['KAZA', 'XXX', 'nosuch', 'XXX/president'].map(isKnownActor)).toEqual(Array(4).fill(false));
});

describe('on a date', () => {
  test.each<readonly [string, string, string | undefined]>([
    ['KAZ/president', '2019-03-19', 'Nursultan Nazarbayev'],
    ['KAZ/president', '2019-03-20', 'Kassym-Jomart Tokayev'],
    ['KGZ/prime-minister', '2022-05-01', 'Akylbek Japarov'],
    ['JPN/foreign-minister', '1999-05-01', 'Masahiko Komura'],
    ['CHN/foreign-minister', '2023-03-01', 'Qin Gang'],
    ['KAZ/president', '1980-01-01', undefined],
  ])('%s on %s', (office, date, name) => {
    expect(holderOf(office, date)?.name.en).toBe(name);
  });

  test.each<readonly [string, string, readonly string[]]>([
    ['Токаева', '2005-06-01', ['KAZ/foreign-minister']],
    ['Tokayev', '2021-03-02', ['KAZ/president']],
    ['Жапаровым', '2022-01-01', ['KGZ/prime-minister', 'KGZ/president']],
    ['nobody', '2022-01-01', []],
  ])('%s on %s', (name, date, offices) => {
    expect([...officesOf(name, date)].sort()).toEqual([...offices].sort());
  });

  test('members', () => {
    expect(membersOf('eu', '2015-01-01')).toContain('GBR');
    expect(membersOf('eu', '2021-01-01')).not.toContain('GBR');
    expect(membersOf('sco', '2016-01-01')).toHaveLength(6);
    expect(membersOf('central-asia')).toHaveLength(5);
    expect(membersOf('un')).toHaveLength(193);
    expect(membersOf('nosuch')).toEqual([]);
  });

  test('capitals', () => {
    expect(stateOfCapital('Нур-Султан', '2021-01-01')).toBe('KAZ');
    expect(stateOfCapital('Almaty', '2021-01-01')).toBeUndefined();
    expect(capitalOf('KAZ', '1995-01-01')?.id).toBe('almaty');
    expect(capitalOf('KAZ')?.id).toBe('astana');
    expect(placeNamed('Ташкенте')?.id).toBe('tashkent');
    expect(placeNamed('ЧОЛПОН-АТА')?.id).toBe('cholpon-ata');
    expect(placeNamed('Samarkand')).toMatchObject({ state: 'UZB' });
  });
});

test('whose word binds the state', () => {
  expect(['KAZ', 'KAZ/president', 'KGZ/delegation', 'KAZ/water-resources-minister'].every(bindsPrincipal)).toBe(true);
  expect(['RUS/spokesman', 'TJK/ambassador-to-kgz', 'KGZ/border-service'].some(bindsPrincipal)).toBe(false);
});
