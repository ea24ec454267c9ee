import type fc from 'fast-check';
import type { Answer } from './answers.ts';
import type { Call } from './calls.ts';

/** Something that can be asked in many ways, with what may be answered. */
export interface Target {
  /** Method and path. */
  readonly name: string;
  readonly calls: fc.Arbitrary<Call>;
  readonly faultOf: (answer: Answer) => string | undefined;
}
