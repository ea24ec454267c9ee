import fc from 'fast-check';
import type { Draw } from '../draw.ts';
import type { Tally } from '../report.ts';
import type { Site } from '../site.ts';
import { send } from './answers.ts';
import { apiTargets } from './api.ts';
import type { Call } from './calls.ts';
import { pageTargets } from './pages.ts';
import type { Target } from './targets.ts';

/** Requests in a row to one target. */
const BATCH = 20;

/** Asks everything that a site serves, one target after another in random order, until the time is over. */
export async function askUntil(end: number, site: Site, draw: Draw, tally: Tally): Promise<void> {
  const targets = [...(await apiTargets(site)), ...pageTargets(site)];
  while (Date.now() < end) {
    const target = draw.pick(targets);
    if (target !== undefined) await askOne(end, site, target, draw, tally);
  }
}

/** One batch; a request that is answered wrongly is made as small as can be. */
async function askOne(end: number, site: Site, target: Target, draw: Draw, tally: Tally): Promise<void> {
  let fault: string | undefined;
  const isRight = fc.asyncProperty(target.calls, async (call) => {
    const found = await faultOf(site, target, call, tally);
    fault = found ?? fault;
    return found === undefined;
  });
  const { counterexample } = await fc.check(isRight, {
    seed: draw.below(2 ** 31),
    numRuns: BATCH,
    interruptAfterTimeLimit: Math.max(1, end - Date.now()),
  });
  if (counterexample !== null && fault !== undefined)
    tally.find({ fault, where: target.name, steps: [JSON.stringify(counterexample[0])] });
}

async function faultOf(site: Site, target: Target, call: Call, tally: Tally): Promise<string | undefined> {
  const answer = await send(site.origin, call);
  tally.count(`${target.name} ${answer.status}`);
  const [broken] = site.broken();
  return broken === undefined ? target.faultOf(answer) : `${answer.status}, logged: ${broken}`;
}
