export { amountsOf, findAmounts } from './amounts.ts';
export { figureOf, targetOf } from './figures.ts';
