import { expect, test } from 'vitest';
import { participantName } from './participant-name.ts';

const office = 'KGZ/president';

test.each([
  ['who held the office', { name: 'Sadyr Japarov', office }, '2023-05-05', 'ru', 'Садыр Жапаров'],
  ['whoever held it, where no name is given', { office }, '2023-05-05', 'en', 'Sadyr Japarov'],
  ['the name of the text, where that is somebody else', { name: 'A. Deputy', office }, '2023-05-05', 'ru', 'A. Deputy'],
  [
    'the name of the text, where the day is not known',
    { name: 'Sadyr Japarov', office },
    undefined,
    'ru',
    'Sadyr Japarov',
  ],
] as const)('%s', (_what, participant, day, language, name) => {
  expect(participantName(participant, day, language)).toBe(name);
});
