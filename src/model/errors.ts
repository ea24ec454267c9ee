/** Every fault that a user or a caller can cause has one of these codes. */
export type ErrorCode =
  | 'bad-date'
  | 'bad-input'
  | 'bad-json'
  | 'bad-model'
  | 'conflict'
  | 'empty'
  | 'encoding'
  | 'forbidden'
  | 'not-found'
  | 'not-text'
  | 'port-taken'
  | 'register-locked'
  | 'register-unwritable'
  | 'too-large'
  | 'too-many-requests'
  | 'unauthorized'
  | 'unknown-actor'
  | 'unknown-area'
  | 'unknown-language'
  | 'unsupported';

/**
 * A fault that says what is wrong, the value that is, and what to do.
 * `throw new ReadoutError('bad-date', 'not a date', '2021-13-01', 'write it as YYYY-MM-DD')`
 */
export class ReadoutError extends Error {
  readonly code: ErrorCode;
  readonly what: string;
  readonly value: string;
  readonly remedy: string;

  constructor(code: ErrorCode, what: string, value: string, remedy: string, options?: ErrorOptions) {
    super(
      `${what}${value === '' ? '' : ` "${value.length > 120 ? `${value.slice(0, 117)}…` : value}"`}; ${remedy}`,
      options,
    );
    this.name = 'ReadoutError';
    this.code = code;
    this.what = what;
    this.value = value;
    this.remedy = remedy;
  }
}
