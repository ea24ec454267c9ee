import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import type { MiddlewareHandler } from 'hono/types';
import { ReadoutError } from '../../model/index.ts';
import type { App, Env } from './env.ts';

/** The most bytes of a form or of a request to the API: a long text with much room. */
const MOST_BYTES = 2_000_000;

/** The most bytes of files that are sent at a time. */
const MOST_BYTES_OF_FILES = 250_000_000;

const FILES = '/add/files';

/** Refuses bodies that no form of the site sends: each is held in memory, and some are read before anybody has logged in. */
export function limitBodies(): MiddlewareHandler<Env> {
  return except(FILES, upTo(MOST_BYTES));
}

/** The same for files, which only those may send who have come in: to be added behind the check of who asks. */
export function limitFiles(app: App): void {
  app.use(FILES, upTo(MOST_BYTES_OF_FILES));
}

function upTo(maxSize: number): MiddlewareHandler<Env> {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ReadoutError(
        'too-large',
        'more than can be sent at a time:',
        `> ${maxSize / 1e6} MB`,
        'divide it, or add it with readout add',
      );
    },
  });
}
