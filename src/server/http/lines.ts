import { setImmediate as turn } from 'node:timers/promises';
import { stream } from 'hono/streaming';
import type { PageContext } from './env.ts';

/** So much is sent at a time, in UTF-16 code units. */
const PIECE = 32_000;

/** Answers with lines as they come. Others have their turn between the pieces; who has gone away is sent no more. */
export function streamLines(context: PageContext, lines: AsyncIterable<string>): Response {
  return stream(context, async (out) => {
    let piece = '';
    for await (const line of lines) {
      if (out.aborted) return;
      piece += line;
      if (piece.length < PIECE) continue;
      await out.write(piece);
      piece = '';
      await turn();
    }
    await out.write(piece);
  });
}
