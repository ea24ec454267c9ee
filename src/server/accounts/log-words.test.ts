import { expect, test } from 'vitest';
import { locale } from '../locale/locales.ts';
import { detailWords } from './log-words.ts';

test.each([
  [{ marking: 'public' }, 'гриф: для всех'],
  [{ role: 'analyst', active: false }, 'роль: аналитик, вход разрешён: нет'],
  [{ name: 'feeds', scopes: ['read', 'add'] }, 'имя: feeds, права: читать и добавлять тексты и заметки'],
  [{ reason: 'wrong' }, 'причина: неверное имя или пароль'],
  [{ decision: 'd1', kind: 'accept' }, 'решение: d1, вид: Признано верным'],
  [{ other: { a: 1 } }, 'other: {"a":1}'],
])('%o is told as %s', (detail, words) => {
  expect(detailWords(detail, locale('ru'))).toBe(words);
});
