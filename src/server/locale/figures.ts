import type { Figure, Language } from '../../model/index.ts';
import type { Say } from './message.ts';

/** From here on a number is told in thousands, millions and so on: `2 billion`. */
const LARGE = 1e6;

/**
 * Writes figures in a language: `2 billion US dollars`, `30 %`, «8 пунктов пропуска», `120,000 t a year`. Units that the messages do not
 * have are nouns of the text and stay as they are.
 */
export function figureWriter(language: Language, say: Say): (figure: Figure) => string {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const large = new Intl.NumberFormat(language, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 2,
  });
  const number = (value: number) => (Math.abs(value) < LARGE ? plain : large).format(value);
  const money = moneyWriter(language);
  const counted = (value: number, unit: string): string => {
    if (/^[A-Z]{3}$/.test(unit)) return money(value, unit);
    return `${number(value)} ${unit === '%' ? unit : (say(`unit.${unit}`, { count: value }) ?? unit.replaceAll('_', ' '))}`;
  };
  return ({ value, unit }) => {
    if (unit === undefined) return number(value);
    const [what = '', time] = unit.split('/');
    const figure = counted(value, what);
    return time === undefined ? figure : (say(`rate.${time}`, { figure }) ?? `${figure}/${time}`);
  };
}

/** Writes sums of money; formats are made once, since making one takes longer than writing a hundred sums. */
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

const GROWTH = ' growth';

/** What a figure measures, as the reader names it, in the words of a language; growth of it is told apart. */
export function measureWords(value: string, say: Say): string {
  if (!value.endsWith(GROWTH)) return say(`measure.${value}`) ?? value;
  const measure = measureWords(value.slice(0, -GROWTH.length), say);
  return say('measure.growth', { measure }) ?? value;
}
