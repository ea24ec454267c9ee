export { documentInstrument, strengthIn } from './instrument.ts';
export type { BoundBy, Proposition, ToldClause, Undertaking } from './proposition.ts';
export { findStatements, type WithStatements } from './statements.ts';
