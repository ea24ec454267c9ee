import type { ReadoutError } from '../../model/index.ts';
import type { Locale } from './locale.ts';

/** What is wrong and what to do, by the code of a fault, in the language of the page: «Этого здесь нет: «KAZ-XXX». Проверьте адрес…». */
export function faultWords({ code, value }: ReadoutError, { t }: Locale): string {
  return t(`error.${code}`, { value: value === '' ? '' : `: ${t('quote', { words: shortened(value) })}` });
}

function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 117)}…` : value;
}
