import { describe, expect, it } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import { type Commitment, documentOf } from '../../model/index.ts';
import { read } from '../read.ts';

const HEADLINE = 'Presidents of Peru and Norway meet in Lima';

function commitmentsIn(body: string, headline = HEADLINE): readonly Commitment[] {
  const text = `${headline}\n\n${body}\n`;
  return read(documentOf(text, { publishedAt: '2024-05-06' }), pipelineFor('en').parse(text)).commitments;
}

describe('commitments', () => {
  it.each([
    ['joint', 'The sides agreed to build a road.', ['NOR', 'PER']],
    ['one side’s', 'Norway undertook to build a road.', ['NOR']],
    ['without a subject', 'It was agreed to build a road.', ['NOR', 'PER']],
    ['of those who instruct', 'The Presidents instructed the ministries to build a road.', ['NOR', 'PER']],
    ['of a content clause’s own subject', 'The Presidents agreed that Peru would build a road.', ['PER']],
  ])('bind the right parties: %s', (_, body, parties) => {
    expect(commitmentsIn(body).map((commitment) => commitment.parties)).toEqual([parties]);
  });

  it.each([
    ['Norway is ready to build a road.', 1],
    ['Norway intends to build a road.', 2],
    ['The sides agreed to build a road.', 3],
    ['Norway will build a road.', 4],
  ])('have the strength of their words: %s', (body, strength) => {
    expect(commitmentsIn(body).map((commitment) => commitment.strength)).toEqual([strength]);
  });

  it.each([
    ['what is given', 'Norway will supply 40 buses by June.', ['PER']],
    ['what is done at home', 'Norway will join the whale convention.', []],
    ['both sides', 'The sides will build a road.', []],
  ])('benefit the other side where something is given: %s', (_, body, beneficiaries) => {
    expect(commitmentsIn(body).map((commitment) => commitment.beneficiaries)).toEqual([beneficiaries]);
  });

  it.each([
    [
      'Norway reaffirmed its commitment to the course toward a broad renewal of ties.',
      'the course toward a broad renewal of ties',
    ],
    ['Norway is ready to supply tents to Peru, noting the damage of the flood.', 'supply tents to Peru'],
  ])('have their whole action and no more: %s', (body, action) => {
    expect(commitmentsIn(body).map(({ spans: [span] }) => `${HEADLINE}\n\n${body}`.slice(...span!))).toEqual([action]);
  });

  it.each([
    ['a promise to consider', 'Norway promised to consider the request.', 0],
    ['a list of clauses', 'They directed that Peru finish the dam; that Norway open the port.', 2],
  ])('are counted: %s', (_, body, count) => {
    expect(commitmentsIn(body)).toHaveLength(count);
  });

  it('are of strength 5 in an adopted document, readiness excepted', () => {
    const body = '1. The Parties will build a road.\n\n2. The Parties express their readiness to build a bridge.';
    const found = commitmentsIn(body, 'Joint Statement of the Republic of Peru and the Kingdom of Norway');
    expect(found.map(({ strength, instrument }) => [strength, instrument !== undefined])).toEqual([
      [5, true],
      [1, true],
    ]);
  });

  it('share a deadline in front of coordinated actions', () => {
    const found = commitmentsIn('The sides agreed, by the end of 2025, to draft a plan and submit it to the cabinets.');
    expect(found.map(({ deadline }) => deadline)).toEqual(['2025-12-31', '2025-12-31']);
  });

  it('are conditional without the words of the condition', () => {
    const [found] = commitmentsIn('Norway is ready to extend the line if the fee is lifted.');
    expect(found).toMatchObject({ conditional: true });
  });

  it('follow from an accepted invitation', () => {
    const found = commitmentsIn(
      'The President of Norway invited the President of Peru to visit Oslo. The invitation was accepted.',
    );
    expect(found.map(({ parties, strength }) => [parties, strength])).toEqual([[['PER'], 3]]);
  });

  it.each([
    'The sides discussed the construction of a road.',
    'The sides stressed the importance of a road.',
    'The Presidents expressed the hope that a road would be built.',
    'Norway built a road last year.',
    'The road will boost trade.',
    'Norway would consider the proposal.',
  ])('are none: %s', (body) => {
    expect(commitmentsIn(body)).toEqual([]);
  });
});
