import { describe, expect, test } from 'vitest';
import { helpNames, helpText } from './texts.ts';

describe('help', () => {
  test.each([
    ['codebook', 'ru', 'ru'],
    ['codebook', 'en', 'en'],
    ['help', 'kk', 'kk'],
    ['codebook', 'kk', 'ru'],
    ['api', 'ky', 'en'],
  ] as const)('%s for a reader of %s is in %s', (name, reader, language) => {
    expect(helpText(name, reader).language).toBe(language);
  });

  test('has one address for a part in every language', () => {
    expect(helpText('codebook', 'en').html).toContain('<h2 id="commitments">Commitments</h2>');
    expect(helpText('codebook', 'ru').html).toContain('<h2 id="commitments">Обязательства</h2>');
  });

  test('leads from page to page', () => {
    expect(helpText('help', 'ru').html).toContain('href="/help/brief"');
  });

  test('begins with what users need', () => {
    expect(helpNames().use).toEqual(['help', 'brief', 'review', 'codebook']);
    expect(helpNames().more).toContain('api');
  });

  test('says which pages there are where there is none of the name', () => {
    expect(() => helpText('nothing', 'en')).toThrow(/no help is called "nothing"; there are help, brief/);
  });
});
