import type { Doc } from '../../language/index.ts';
import type { Figure } from '../../model/index.ts';
import type { Amount } from '../setting.ts';
import { atomsOf } from '../words/index.ts';
import { Scan } from './scan.ts';

/** Units that serve as a target or figure wherever they stand; other units only as what is acted on. */
const MONEY = /^[A-Z]{3}(?:\/|$)/;
const MEASURED =
  /^(?:%|t|kg|bbl|teu|containers|ha|m3|km3|l|MW|GW|kW|kWh|MWh|GWh|TWh|tCO2e|persons|people|train_pairs)(?:\/|$)/;

/**
 * The number to reach, or the amount pledged, in what is undertaken in the tokens from `first` to `last`, both within. A level
 * to reach (“to $2 billion”) goes before an amount; the level set out from (“from $120 million”) is none.
 */
export function targetOf(doc: Doc, amounts: readonly Amount[], first: number, last: number): Figure | undefined {
  const scan = new Scan(atomsOf(doc, first, last + 1), doc.language);
  const best = bestOf(within(amounts, first, last), (amount) => targetFitness(doc, scan, amount));
  return best === undefined ? factorOf(doc, scan) : withMeasure(scan, best.figure);
}

/** The figure that a claim of progress in these tokens gives: a level reached before a change. */
export function figureOf(doc: Doc, amounts: readonly Amount[], first: number, last: number): Figure | undefined {
  const scan = new Scan(atomsOf(doc, first, last + 1), doc.language);
  const best = bestOf(within(amounts, first, last), ({ figure, bound }) => {
    const unit = figure.unit ?? '';
    if (MONEY.test(unit)) return bound === 'by' ? 3 : 5;
    return unit === '%' ? 4 : MEASURED.test(unit) ? 4 : unit === 'km' || unit === 'm' ? 0 : 2;
  });
  return best === undefined ? factorOf(doc, scan) : withMeasure(scan, best.figure);
}

function within(amounts: readonly Amount[], first: number, last: number): Amount[] {
  return amounts.filter((amount) => amount.first >= first && amount.last <= last);
}

function bestOf(amounts: readonly Amount[], fitness: (amount: Amount) => number): Amount | undefined {
  let best: Amount | undefined;
  let height = 0;
  for (const amount of amounts) {
    const own = fitness(amount);
    if (own > height) [best, height] = [amount, own];
  }
  return best;
}

function targetFitness(doc: Doc, scan: Scan, amount: Amount): number {
  const { figure, bound } = amount;
  if (isSetOutFrom(scan, amount)) return 0;
  const unit = figure.unit ?? '';
  const bonus = bound === 'to' ? 2 : 0;
  if (MONEY.test(unit)) return 5 + bonus;
  if (MEASURED.test(unit)) return 4 + bonus;
  if (/^(?:km|m|km2|kV)$/.test(unit)) return bound === 'to' ? 3 : 0;
  return figure.value >= 2 && (bound === 'to' || isActedOn(doc, amount)) ? 3 + bonus : 0;
}

function isSetOutFrom(scan: Scan, { span }: Amount): boolean {
  const at = scan.atoms.findIndex(({ start }) => start >= span[0]);
  return at > 0 && scan.senses(at - 1).from === true;
}

/** Whether the thing counted is the object or subject of a verb, as in “finance twenty projects”. */
function isActedOn(doc: Doc, amount: Amount): boolean {
  if (doc.trees === undefined) return false;
  for (let token = amount.first; token <= amount.last + 2 && token < doc.length; token++) {
    const relation = doc.relation(token);
    if (relation === 'obj' || relation === 'nsubj') return true;
  }
  return false;
}

/** “Double the number of scholarships”, «увеличить втрое». */
function factorOf(doc: Doc, scan: Scan): Figure | undefined {
  for (let at = 0; at < scan.atoms.length; at++) {
    const { factor } = scan.senses(at);
    const isVerb = doc.language !== 'en' || doc.upos(scan.atoms[at]!.token) === 'VERB';
    if (factor !== undefined && isVerb) return withMeasure(scan, { value: factor, unit: 'times' });
  }
  return undefined;
}

/** Adds what is measured, as far as the words around tell. */
function withMeasure(scan: Scan, figure: Figure): Figure {
  let measure: string | undefined;
  let grows = false;
  for (let at = 0; at < scan.atoms.length; at++) {
    const senses = scan.senses(at);
    measure ??= senses.measure;
    grows ||= senses.growth === true;
  }
  if (measure === undefined) return figure;
  const isChange = grows && (figure.unit === '%' || figure.unit === 'times');
  // Trade is reckoned by the year, whether or not the text says so.
  if (measure === 'trade turnover' && figure.unit?.endsWith('/year'))
    return { ...figure, unit: figure.unit.slice(0, -5), measure };
  return { ...figure, measure: isChange ? `${measure.replace(' turnover', '')} growth` : measure };
}
