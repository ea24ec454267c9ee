import type { Figure, Language } from '../../model/index.ts';

type Count = (message: string, count: number) => string | undefined;

/** From here on a number is told in thousands, millions and so on: `2 billion`. */
const LARGE = 1e6;

/**
 * Writes figures in a language: `2 billion US dollars`, `30 %`, «8 пунктов пропуска», `120,000 t a year`. `count` gives the message of a
 * unit, if the language has one; other units are nouns of the text and stay as they are.
 */
export function figureWriter(language: Language, count: Count): (figure: Figure) => string {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const large = new Intl.NumberFormat(language, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 2,
  });
  const number = (value: number) => (Math.abs(value) < LARGE ? plain : large).format(value);
  const money = moneyWriter(language);
  const counted = (value: number, unit: string): string => {
    if (/^[A-Z]{3}$/.test(unit) && unit !== 'TEU') return money(value, unit);
    return `${number(value)} ${unit === '%' ? unit : (count(`unit.${unit}`, value) ?? unit.replaceAll('_', ' '))}`;
  };
  return ({ value, unit }) => {
    if (unit === undefined) return number(value);
    const [what = '', time] = unit.split('/');
    const figure = counted(value, what);
    return time === undefined
      ? figure
      : (count(`rate.${time}`, value)?.replace('{figure}', figure) ?? `${figure}/${time}`);
  };
}

/** Writes sums of money; a format takes long to make, so that each is made once. */
function moneyWriter(language: Language): (value: number, currency: string) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value, currency) => {
    const notation = Math.abs(value) < LARGE ? 'standard' : 'compact';
    const key = `${currency} ${notation}`;
    const format = formats.get(key) ?? moneyFormat(language, currency, notation);
    formats.set(key, format);
    return format.format(value);
  };
}

function moneyFormat(language: Language, currency: string, notation: 'standard' | 'compact'): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    notation,
    compactDisplay: 'long',
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  });
}
