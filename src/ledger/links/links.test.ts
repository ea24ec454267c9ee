import { describe, expect, test } from 'vitest';
import type { CommitmentMention, MeetingMention } from '../entry/types.ts';
import { entryTold, MADE, REPORTED, RETOLD, type Told } from '../testing/readings.ts';
import { blocksOf, mentionsOf } from './blocks.ts';
import { linkCommitments, linkInstrument, linkProgress } from './commitments.ts';
import { textDifferences } from './differences.ts';
import { byStrength, linkAll, linksOf, linksTouching } from './link.ts';
import { linkMeetings } from './meetings.ts';
import { compareTexts, linkDocuments } from './reprints.ts';

type Fields = NonNullable<Told['commitments']>[number];

function commitment(
  words: string,
  on: string,
  fields: Partial<Fields> = {},
  language: Told['language'] = 'en',
): CommitmentMention {
  const text = `${language === 'en' ? 'They will' : 'Они намерены'} ${words}.`;
  return entryTold({ text, on, language, commitments: [{ areas: ['transport'], ...fields, words }] }).commitments[0]!;
}

describe('two wordings of undertakings', () => {
  test.each<[string, CommitmentMention, CommitmentMention, string | undefined]>([
    [
      'one thing in two languages',
      commitment('open the Kapikule bridge', '2021-03-01'),
      commitment('открыть мост Капикуле', '2022-03-01', {}, 'ru'),
      'same-commitment',
    ],
    [
      'other things',
      commitment('open the Kapikule bridge', '2021-03-01'),
      commitment('hold a sports festival', '2022-03-01', { areas: ['sport'] }),
      undefined,
    ],
    [
      'other places',
      commitment('repair the bridge at Kapikule', '2021-03-01'),
      commitment('dig a tunnel at Roki', '2022-03-01'),
      undefined,
    ],
    [
      'another target at later talks',
      commitment('raise trade to 1 billion dollars', '2021-03-01', {
        areas: ['trade'],
        target: { value: 1e9, unit: 'USD', measure: 'trade turnover' },
      }),
      commitment('raise trade to 3 billion dollars', '2023-03-01', {
        areas: ['trade'],
        target: { value: 3e9, unit: 'USD', measure: 'trade turnover' },
      }),
      'revises',
    ],
    [
      'another target in the other account of the same talks',
      commitment('raise trade to 1 billion dollars', '2021-03-01', {
        areas: ['trade'],
        target: { value: 1e9, unit: 'USD', measure: 'trade turnover' },
      }),
      commitment('raise trade to 1.5 billion dollars', '2021-03-01', {
        areas: ['trade'],
        target: { value: 1.5e9, unit: 'USD', measure: 'trade turnover' },
      }),
      'same-commitment',
    ],
    [
      'the same words many years later',
      commitment('supply coal', '2005-03-01', { areas: ['energy'] }),
      commitment('supply coal', '2020-03-01', { areas: ['energy'] }),
      undefined,
    ],
    [
      'another round of what was due long ago',
      commitment('supply coal this winter', '2015-03-01', { areas: ['energy'], deadline: '2016-02-28' }),
      commitment('supply coal this winter', '2018-10-01', { areas: ['energy'] }),
      undefined,
    ],
    [
      'no party in common',
      commitment('open the Kapikule bridge', '2021-03-01', { parties: ['TUR'] }),
      commitment('open the Kapikule bridge', '2022-03-01', { parties: ['BGR'] }),
      undefined,
    ],
  ])('%s', (_what, a, b, kind) => {
    const link = linkCommitments(a, b);
    expect(link?.outcome === 'same' ? link.kind : undefined).toBe(kind);
    expect(linkCommitments(b, a)).toEqual(link);
  });

  test('undertakings of one document are different ones', () => {
    const { commitments } = entryTold({
      text: 'They will open a bridge. They will open a bridge soon.',
      on: '2021-01-01',
      commitments: [{ words: 'open a bridge.' }, { words: 'open a bridge soon' }],
    });
    expect(linkCommitments(commitments[0]!, commitments[1]!)).toBeUndefined();
  });
});

describe('claims and undertakings', () => {
  const [made, reported] = [entryTold(MADE), entryTold(REPORTED)];

  test('a claim speaks of what it names', () => {
    expect(linkProgress(reported.progress[0]!, made.commitments[0]!)?.outcome).toBe('same');
    expect(linkProgress(reported.progress[0]!, made.commitments[1]!)).toBeUndefined();
  });

  test('never of what was undertaken after it', () => {
    const later = entryTold({ ...MADE, on: '2024-01-01', meetings: [] });
    expect(linkProgress(reported.progress[0]!, later.commitments[0]!)).toBeUndefined();
  });

  test('help in general speaks of the help that was promised', () => {
    const general = entryTold({
      text: 'Talks. Relief is sent regularly.',
      on: '2023-01-01',
      meetings: [{ words: 'Talks' }],
      progress: [{ words: 'Relief is sent regularly', areas: ['humanitarian'] }],
    });
    const promised = entryTold({
      text: 'Talks. Georgia will send tents.',
      on: '2022-01-01',
      meetings: [{ words: 'Talks' }],
      commitments: [{ words: 'send tents', parties: ['GEO'], areas: ['humanitarian'] }],
    });
    expect(linkProgress(general.progress[0]!, promised.commitments[0]!)?.outcome).toBe('same');
  });

  test('a signed document keeps the undertaking to draw it up', () => {
    const signed = entryTold({
      text: 'They signed a roadmap on irrigation.',
      on: '2023-01-01',
      instruments: [{ words: 'a roadmap on irrigation', type: 'roadmap', areas: ['water'] }],
    });
    expect(
      linkInstrument(
        signed.instruments[0]!,
        commitment('prepare a roadmap on irrigation', '2022-01-01', { areas: ['water'] }),
      )?.outcome,
    ).toBe('same');
    expect(
      linkInstrument(
        signed.instruments[0]!,
        commitment('prepare a roadmap on tourism', '2022-01-01', { areas: ['tourism'] }),
      ),
    ).toBeUndefined();
  });
});

describe('accounts of meetings', () => {
  type MeetingFields = Partial<NonNullable<Told['meetings']>[number]>;
  const meeting = (text: string, on: string, fields: MeetingFields = {}): MeetingMention =>
    entryTold({ text, on, meetings: [{ words: text, date: on, ...fields }] }).meetings[0]!;
  const presidents = { participants: [{ office: 'GEO/president' }, { office: 'MDA/president' }] };
  const ministers = { participants: [{ office: 'GEO/foreign-minister' }, { office: 'MDA/foreign-minister' }] };

  test.each<[string, MeetingMention, MeetingMention, string | undefined]>([
    ['the same day', meeting('They met', '2021-05-01'), meeting('Talks were held', '2021-05-01'), 'same'],
    ['another day', meeting('They met', '2021-05-01'), meeting('Talks were held', '2021-05-09'), undefined],
    [
      'other parties',
      meeting('They met', '2021-05-01'),
      meeting('Talks', '2021-05-01', { parties: ['GEO', 'TUR'] }),
      undefined,
    ],
    [
      'other people',
      meeting('They met', '2021-05-01', presidents),
      meeting('Talks', '2021-05-01', ministers),
      undefined,
    ],
    [
      'a plan that overlaps',
      meeting('the commission will meet', '2021-09-01', { date: '2021-09-01/2021-11-30', status: 'scheduled' }),
      meeting('the commission is due', '2021-07-01', { date: '2021-07-01/2021-12-31', status: 'scheduled' }),
      'same',
    ],
    [
      'a call and a meeting of other bodies',
      meeting('They spoke', '2021-05-01', { formats: ['call'] }),
      meeting('The forum was held', '2021-05-01', { formats: ['expanded'] }),
      undefined,
    ],
  ])('%s', (_what, a, b, outcome) => {
    expect(linkMeetings(a, b)?.outcome).toBe(outcome);
  });
});

describe('reprints', () => {
  const text =
    'The two presidents met in the capital and discussed the railway, the border, the dam on the river and the exchange of students between their universities next year.';
  const cut = `${text.slice(0, 120)} today.`;

  test('a cut and edited text lies within its source', () => {
    expect(compareTexts(text, cut).containment).toBeGreaterThan(0.7);
    expect(compareTexts(text, 'Another text about quite other things that happened elsewhere.').similarity).toBe(0);
  });

  test('what a reprint changed is told by sentence', () => {
    const source = 'Talks were held.\n\nThe border was discussed. A bridge will be built.';
    const reprint = 'Talks were held on Monday.\n\nThe border was discussed. Read also our news.\nAnd more.';
    const words = (at: readonly [number, number] | undefined, of: string) => at && of.slice(...at);
    expect(
      textDifferences(source, reprint).map(({ kind, a, b }) => [kind, words(a, source), words(b, reprint)]),
    ).toEqual([
      ['changed', 'Talks were held.', 'Talks were held on Monday.'],
      ['changed', 'A bridge will be built.', 'Read also our news.'],
      ['added', undefined, 'And more.'],
    ]);
    expect(textDifferences(source, source)).toEqual([]);
  });

  test('the texts decide where they are at hand', () => {
    const [a, b] = [
      entryTold({ text, on: '2021-01-01' }),
      entryTold({ text: text.replace('met', 'have met'), on: '2021-01-02' }),
    ];
    const texts = new Map([
      [a.document.id, text],
      [b.document.id, text.replace('met', 'have met')],
    ]);
    expect(linkDocuments(a.document, b.document, (id) => texts.get(id))?.kind).toBe('reprint');
    expect(linkDocuments(a.document, a.document)).toBeUndefined();
  });
});

test('adding documents one by one gives the links of all at once', () => {
  const entries = [MADE, RETOLD, REPORTED].map(entryTold);
  const byKey = (links: ReturnType<typeof linkAll>) => links.map(({ kind, a, b }) => `${kind} ${a} ${b}`).sort();
  for (const order of [entries, entries.toReversed()]) {
    const links = order.flatMap((entry, i) => {
      const before = order.slice(0, i);
      const keys = new Set(blocksOf(entry).map(({ key }) => key));
      const near = new Set(
        before
          .flatMap(blocksOf)
          .filter(({ key }) => keys.has(key))
          .map(({ item }) => item),
      );
      return linksOf(entry, {
        documents: before.map(({ document }) => document).filter(({ id }) => near.has(id)),
        mentions: before.flatMap(mentionsOf).filter(({ id }) => near.has(id)),
      });
    });
    expect(byKey(links)).toEqual(byKey(linkAll(entries)));
  }
});

test('the links that touch some mentions are found without the others', () => {
  const mentions = [MADE, RETOLD, REPORTED].map(entryTold).flatMap(mentionsOf);
  const chosen = new Set(mentions.filter((_, index) => index % 2 === 0).map(({ id }) => id));
  const all = linksTouching(new Set(mentions.map(({ id }) => id)), mentions).sort(byStrength);
  expect(all).not.toEqual([]);
  expect(linksTouching(chosen, mentions).sort(byStrength)).toEqual(
    all.filter(({ a, b }) => chosen.has(a) || chosen.has(b)),
  );
});
