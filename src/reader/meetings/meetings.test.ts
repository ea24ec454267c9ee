import { describe, expect, test } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import { documentOf, type Language, type Meeting } from '../../model/index.ts';
import { findFacts } from '../facts/index.ts';
import { layOut } from '../layout/index.ts';
import { findMentions } from '../mentions/index.ts';
import { findQuotes } from '../quotes/index.ts';
import { findTimes } from '../times/index.ts';
import { findMeetings } from './index.ts';
import { RULES } from './rules.ts';

function meetingsIn(text: string, language: Language = 'en'): Meeting[] {
  const document = documentOf(text, { publishedAt: '2024-05-15' });
  const doc = pipelineFor(language).parse(text);
  return findMeetings(findTimes(findQuotes(findMentions(findFacts(layOut({ document, doc }))))));
}

function shortly(text: string, language: Language = 'en'): string[] {
  return meetingsIn(text, language).map(({ status, date, formats }) =>
    [status, date, ...formats].filter((part) => part !== undefined).join(' '),
  );
}

describe('meetings in English', () => {
  test.each([
    ['President of Chile Gabriel Boric met with President of Peru Dina Boluarte in Lima today.', ['held 2024-05-15']],
    [
      'Foreign Minister of Norway Espen Barth Eide spoke by telephone with Foreign Minister of Egypt Sameh Shoukry.',
      ['held 2024-05-15 call'],
    ],
    [
      'The presidents of Chile and Peru held talks in Lima. During the talks they spoke of copper. After the meeting they left.',
      ['held 2024-05-15'],
    ],
    [
      'The ministers of Chile and Peru held talks. They agreed to hold the next round of consultations in Santiago in August.',
      ['held 2024-05-15', 'scheduled 2024-08-01/2024-08-31'],
    ],
    ['The ministers of Chile and Peru held talks. The next round will take place soon.', ['held 2024-05-15']],
    [
      'The ministers of Chile and Peru held talks. The visit of the President of Chile to Lima has been called off.',
      ['held 2024-05-15', 'cancelled'],
    ],
    [
      'The presidents of Chile and Peru held talks, first one-on-one and then with the participation of delegations.',
      ['held 2024-05-15 one-on-one expanded'],
    ],
    ['Chile met the demand for copper.', []],
    ['The foreign ministers of Chile and Peru never met.', []],
    [
      'The ministers of Chile and Peru held talks. The forum that the mayors should have opened last week will take place in Lima on 4 June.',
      ['held 2024-05-15', 'scheduled 2024-06-04'],
    ],
    [
      'The ministers of Chile and Peru held talks. The President of Peru will host the President of Chile in Cusco on 4 June.',
      ['held 2024-05-15', 'scheduled 2024-06-04'],
    ],
    [
      'Foreign Minister of Norway Espen Barth Eide talked on Friday over the phone with Foreign Minister of Egypt Sameh Shoukry.',
      ['held 2024-05-10 call'],
    ],
    [
      'The ministers of Chile and Peru held talks. They look forward to welcoming the President of Peru in Santiago on 3 June.',
      ['held 2024-05-15', 'scheduled 2024-06-03'],
    ],
    [
      'The ministers of Chile and Peru held talks. In March 2021 the presidents of Chile and Peru laid the cornerstone of the bridge.',
      ['held 2024-05-15', 'held 2021-03-01/2021-03-31 ceremony'],
    ],
    [
      'The ministers of Chile and Peru held talks. They were preceded by a session of experts on 2 May.',
      ['held 2024-05-15', 'held 2024-05-02'],
    ],
    [
      'The ministers of Chile and Peru held talks. The guest proposed to hold a videoconference on 4 June. The host consented.',
      ['held 2024-05-15', 'scheduled 2024-06-04 call'],
    ],
  ])('%s', (text, expected) => expect(shortly(`Chile and Peru\n\n${text}`)).toEqual(expected));

  test('what a meeting was about tells of it before its end does', () => {
    const text =
      'Chile and Peru\n\nThe expanded meeting of the ministers focused on trade. The talks ended with a dinner.';
    expect(meetingsIn(text).map(({ spans: [span], formats }) => [text.slice(...span!), ...formats])).toEqual([
      ['meeting of the ministers focused on trade', 'expanded'],
    ]);
  });

  test('a second partner is a second meeting', () => {
    const found = meetingsIn(
      'Visit to Lima\n\nPresident of Chile Gabriel Boric held talks with President of Peru Dina Boluarte. He also met with Prime Minister of Peru Gustavo Adrianzén.',
    );
    expect(found).toHaveLength(2);
  });

  test('a speech is made at the meeting that its headline names', () => {
    const found = meetingsIn(
      'Remarks by President of Chile Gabriel Boric at the joint press conference with President of Peru Dina Boluarte\n\nDear friends! I thank you for the welcome. We want our two countries to trade more.',
    );
    expect(found.map(({ parties, formats }) => [...parties, ...formats])).toEqual([['CHL', 'PER', 'press']]);
  });

  test('a call on an authority to act is no visit', () => {
    expect(shortly('Egypt\n\nNorway called on the President of Egypt to release the prisoners.')).toEqual([]);
  });
});

describe('where a meeting was', () => {
  const TALKS = 'President of Chile Gabriel Boric and President of Peru Dina Boluarte held talks';
  test.each([
    ['the dateline', `Talks\n\nLIMA. ANDINA – ${TALKS}.`, 'Lima'],
    ['the clause before the dateline', `Talks\n\nSANTIAGO. PRENSA – ${TALKS} in Lima.`, 'Lima'],
    [
      'the headline, where an agency of a third country tells of it',
      `Presidents of Chile and Peru meet in Lima\n\nBAKU, Azerbaijan, May 16. ${TALKS}, Trend reports.`,
      'Lima',
    ],
    [
      'the capital of the seat that it names',
      'Talks\n\nBAKU, Azerbaijan, May 16. President of Kazakhstan Kassym-Jomart Tokayev and President of Chile Gabriel Boric held talks at the Akorda, Trend reports.',
      'Astana',
    ],
    [
      'nothing, where only the agency of a third country tells',
      `Talks\n\nBAKU, May 16. ${TALKS}, Trend reports.`,
      undefined,
    ],
    [
      'the signature',
      `Joint Statement\n\nThe Presidents of Chile and Peru held talks.\n\nDone in the city of Lima on 15 May 2024.`,
      'Lima',
    ],
    ['the arrival of the guest', `Talks\n\n${TALKS}. The guest had arrived in Lima on Monday.`, 'Lima'],
  ])('%s', (_, text, place) => expect(meetingsIn(text)[0]?.place).toBe(place));

  test('two persons of one phrase each have their own name', () => {
    const [met] = meetingsIn('Talks\n\nPresidents of Chile and Peru Gabriel Boric and Dina Boluarte held talks.');
    expect(met?.participants.map(({ name }) => name)).toEqual(['Gabriel Boric', 'Dina Boluarte']);
  });
});

describe('rules of meetings', () => {
  test.each(Object.entries(RULES))('%s', (rule, { example }) => {
    const rules = meetingsIn(`News from the capitals\n\n${example}`).map((meeting) => meeting.rule);
    expect(rules).toContain(`en.meeting.${rule}`);
  });
});

describe('meetings in other languages', () => {
  test.each([
    [
      'ru',
      'Президент Чили Габриэль Борич провел в Лиме переговоры с Президентом Перу Диной Болуарте.',
      ['held 2024-05-15'],
    ],
    ['ru', 'Министр иностранных дел Норвегии принял посла Египта.', ['held 2024-05-15']],
    [
      'ru',
      'Состоялся телефонный разговор президентов Чили и Перу. Следующее заседание комиссии пройдет в Лиме в 2025 году.',
      ['held 2024-05-15 call', 'scheduled 2025-01-01/2025-12-31'],
    ],
    [
      'ru',
      'Король Испании принял находящегося в стране с визитом министра иностранных дел Чили. Министр встретился с премьер-министром Испании, с которым условился открыть школу к июлю.',
      ['held 2024-05-15', 'held 2024-05-15'],
    ],
    [
      'ru',
      'Президент Чили встретил в аэропорту Президента Перу. После церемонии переговоры прошли в узком составе. Следующую встречу президенты условились провести в Лиме в 2025 году.',
      ['held 2024-05-15 narrow', 'scheduled 2025-01-01/2025-12-31'],
    ],
    [
      'kk',
      'Қазақстан Президенті Қасым-Жомарт Тоқаев Түркия Президенті Режеп Ердоғанмен келіссөз жүргізді.',
      ['held 2024-05-15'],
    ],
    ['ky', 'Кыргызстандын Президенти Садыр Жапаров Түркиянын Президенти менен жолукту.', ['held 2024-05-15']],
  ] as const)('%s: %s', (language, text, expected) => expect(shortly(`Чили\n\n${text}`, language)).toEqual(expected));
});
