import { type Desk, pairs } from '../../desk/index.ts';
import { createApp } from '../../server/index.ts';

/** Searches in each script: they load the models of its languages. */
const WORDS = ['talks', 'переговоры'];

/**
 * Asks for some pages before anybody else does, so that nobody waits for what the first of a kind loads: models of languages, names,
 * outlines of states, the drawing of charts. Nothing of it leaves the program.
 */
export async function warmUp(desk: Desk): Promise<void> {
  const [largest] = await pairs(desk);
  const ofPair = largest === undefined ? [] : [`/pairs/${largest.pair}`, `/brief?pair=${largest.pair}`];
  const app = createApp(desk);
  for (const path of ['/', ...ofPair, ...WORDS.map((word) => `/search?q=${word}`)])
    await (await app.request(`http://localhost${path}`)).arrayBuffer();
}
