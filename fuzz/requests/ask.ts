import fc from 'fast-check';
import type { Draw } from '../draw.ts';
import type { Tally } from '../report.ts';
import type { Site } from '../site.ts';
import { type Answer, send } from './answers.ts';
import { apiTargets } from './api.ts';
import { pageTargets } from './pages.ts';
import type { Target } from './targets.ts';

/** Requests in a row to one target. */
const BATCH = 20;

/** Asks everything that a site serves for some milliseconds, one target after another in random order. */
export async function askFor(time: number, site: Site, draw: Draw, tally: Tally): Promise<void> {
  let cookie = await site.logIn();
  const targets = [...(await apiTargets(site, cookie)), ...pageTargets(site)];
  const end = Date.now() + time;
  while (Date.now() < end) {
    const target = draw.pick(targets);
    if (target === undefined) return;
    const { isOut } = await askOne(end, { site, target, cookie, tally }, draw);
    if (isOut) cookie = await site.logIn();
  }
}

/** Who asks what. */
interface Asking {
  readonly site: Site;
  readonly target: Target;
  readonly cookie: string | undefined;
  readonly tally: Tally;
}

/** One batch; a request that is answered wrongly is made as small as can be. */
async function askOne(end: number, asking: Asking, draw: Draw): Promise<{ isOut: boolean }> {
  const { target, tally } = asking;
  let fault: string | undefined;
  let isOut = false;
  const isRight = fc.asyncProperty(target.calls, async (call) => {
    const answer = await send(asking.site.origin, call, asking.cookie);
    const found = faultOf(asking, answer);
    isOut ||= answer.status === 401 || answer.location.startsWith('/login');
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
  return { isOut };
}

function faultOf({ site, target, tally }: Asking, answer: Answer): string | undefined {
  tally.count(`${target.name} ${answer.status}`);
  const [broken] = site.broken();
  return broken === undefined ? target.faultOf(answer) : `${answer.status}, logged: ${broken}`;
}
