import type { BriefWords } from '../brief/words.ts';

/** Words of a test: messages as their codes and parameters, values as they are. */
export const CODES: BriefWords = {
  language: 'en',
  t: (code, params = {}) => {
    if (code === 'quote') return `“${params.words}”`;
    const given = Object.entries(params).map(([name, value]) => `${name}=${value}`);
    return given.length === 0 ? code : `${code}[${given.join(' ')}]`;
  },
  of: (_prefix, value) => value,
  when: (value) => value,
  day: (value) => value,
  number: String,
  figure: ({ value, unit }) => [value, unit].filter((part) => part !== undefined).join(' '),
  measure: (value) => value,
  actor: (id) => id,
  list: (items) => items.join(', '),
};
