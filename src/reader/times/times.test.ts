import { describe, expect, test } from 'vitest';
import { tokenize } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import { deadlineOf, timesOf } from './index.ts';

const PUBLISHED = '2024-05-15';

function valuesIn(text: string, language: Language, published: string | undefined = PUBLISHED): string[] {
  return timesOf(tokenize(text, language), published).map(({ value, bound }) => `${bound} ${value}`);
}

describe('English times', () => {
  test.each([
    ['The bridge will open by 1 October.', 'by 2024-10-01'],
    ['Work is to end by March 2026.', 'by 2026-03-31'],
    ['The quota rises by the end of next year.', 'by 2025-12-31'],
    ['The terminal opens before 2030.', 'by 2029-12-31'],
    ['The terminal opens before the end of 2030.', 'by 2030-12-31'],
    ['A depot will be ready by mid-2027.', 'by 2027-06-30'],
    ['The pact shall be signed in the first half of 2025.', 'at 2025-01-01/2025-06-30'],
    ['The depot opens before the beginning of 2030.', 'by 2029-12-31'],
    ['The depot opens before the year ends.', 'by 2024-12-31'],
    ['They meet in the fourth quarter of this year.', 'at 2024-10-01/2024-12-31'],
    ['Buses will run from September.', 'from 2024-09-01/..'],
    ['The ban has held since 3 April 2023.', 'from 2023-04-03/..'],
    ['Experts will report within two months.', 'by 2024-07-15'],
    ['Sixty nurses will be trained over three years.', 'by 2027-05-15'],
    ['The licence is valid for ten years.', 'for 2024-05-15/2034-05-15'],
    ['They agreed on a plan for 2025–2027.', 'for 2025-01-01/2027-12-31'],
    ['The map will still be current in March 2026.', 'at 2026-03-01/2026-03-31'],
    ['He flew in on Monday.', 'at 2024-05-13'],
    ['He will fly in on Monday.', 'at 2024-05-20'],
    ['The envoy came from 3 to 5 May 2024.', 'at 2024-05-03/2024-05-05'],
    ['They met on February 7–9, 2024.', 'at 2024-02-07/2024-02-09'],
    ['Trade grew in January–March 2024.', 'at 2024-01-01/2024-03-31'],
    ['Trade grew in the first nine months of 2023.', 'at 2023-01-01/2023-09-30'],
    ['They spoke last August.', 'at 2023-08-01/2023-08-31'],
    ['Gas will flow this winter.', 'at 2024-12-01/2025-02-28'],
    ['The premiers met three weeks ago.', 'at 2024-04-24'],
    ['The aid comes in fiscal year 2025.', 'at 2024-10-01/2025-09-30'],
    ['The mill burnt down in December of last year.', 'at 2023-12-01/2023-12-31'],
    ['Dated 2023-11-30.', 'at 2023-11-30'],
  ])('%s', (text, expected) => expect(valuesIn(text, 'en')).toEqual([expected]));

  test.each([
    'They may march on.',
    'Some 2000 engineers came.',
    'A second runway opened in the near future.',
    'It was sold at last year’s price.',
  ])('none in: %s', (text) => expect(valuesIn(text, 'en')).toEqual([]));

  test('a day that leans on the one named before', () => {
    expect(valuesIn('They met on 4 March 2022. A truce was signed on the same day.', 'en')).toEqual([
      'at 2022-03-04',
      'at 2022-03-04',
    ]);
  });

  test('nothing relative without a day of publication', () => {
    const doc = tokenize('They met today and will meet in 2026.', 'en');
    expect(timesOf(doc, undefined).map(({ value }) => value)).toEqual(['2026-01-01/2026-12-31']);
  });
});

describe('Russian times', () => {
  test.each([
    ['Мост откроют к 1 октября.', 'by 2024-10-01'],
    ['Завод достроят до конца 2026 года.', 'by 2026-12-31'],
    ['Терминал откроют до 2030 года.', 'by 2029-12-31'],
    ['Срок – не позднее третьего квартала 2025 года.', 'by 2025-09-30'],
    ['Доклад представят в двухнедельный срок.', 'by 2024-05-29'],
    ['Эксперты встретятся в течение месяца.', 'by 2024-06-15'],
    ['Линию запустят через два года.', 'by 2026-05-15'],
    ['Рейсы начнутся с 1 июня.', 'from 2024-06-01/..'],
    ['Квоту увеличат со следующего года.', 'from 2025-01-01/..'],
    ['Форум пройдет осенью следующего года.', 'at 2025-09-01/2025-11-30'],
    ['Стороны встретятся в первом полугодии 2025 года.', 'at 2025-01-01/2025-06-30'],
    ['Визит прошел 7–8 марта 2023 года.', 'at 2023-03-07/2023-03-08'],
    ['За пять месяцев 2023 года экспорт вырос.', 'at 2023-01-01/2023-05-31'],
    ['Договор подписан в декабре прошлого года.', 'at 2023-12-01/2023-12-31'],
    ['Соглашение продлено до 2032 года.', 'for 2032-12-31'],
    ['Поставки пойдут в предстоящий осенне-зимний период.', 'at 2024-09-01/2025-02-28'],
    ['Документ от 05.02.2023 вступил в силу.', 'at 2023-02-05'],
  ])('%s', (text, expected) => expect(valuesIn(text, 'ru')).toEqual([expected]));
});

describe('Kazakh and Kyrgyz times', () => {
  test.each([
    ['kk', 'Көпір 2026 жылдың соңына дейін салынады.', 'by 2026-12-31'],
    ['kk', 'Жұмыс жыл соңына дейін аяқталады.', 'by 2024-12-31'],
    ['kk', 'Кездесу 2025 жылы өтеді.', 'at 2025-01-01/2025-12-31'],
    ['ky', 'Форум 2025-жылдын биринчи жарымында өтөт.', 'at 2025-01-01/2025-06-30'],
    ['ky', 'Келишим 2024-жылдын 2-мартында түзүлдү.', 'at 2024-03-02'],
  ] as const)('%s: %s', (language, text, expected) => expect(valuesIn(text, language)).toEqual([expected]));
});

describe('deadlines', () => {
  const deadlineIn = (text: string): string | undefined => {
    const doc = tokenize(text, 'en');
    return deadlineOf(timesOf(doc, PUBLISHED), 0, doc.length - 1, PUBLISHED);
  };

  test.each([
    ['open in 2026 a school, to be built by June 2025', '2025-06-30'],
    ['carry out the treaty of 2003', undefined],
    ['lease the port for ten years', undefined],
    ['resume flights from 1 July', '2024-07-01/..'],
    ['sign the pact in March', '2025-03-01/2025-03-31'],
  ])('%s', (text, expected) => expect(deadlineIn(text)).toBe(expected));
});
