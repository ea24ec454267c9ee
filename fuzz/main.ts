import { format, parseArgs } from 'node:util';
import { drawOf } from './draw.ts';
import { newTally, reportOf, type Tally } from './report.ts';
import { askFor } from './requests/ask.ts';
import { openSite, openTeamSite, type Site } from './site.ts';
import { walkFor } from './walk/walk.ts';

const USE = `npm run fuzz -- [--minutes N] [--seed S] [--only walk|requests] [--team]

Uses a fresh register of the examples for N minutes (1) as nobody should: walks about its pages in a browser, and sends requests to every
operation of its API and every page, form and file. Ends with 1 where something is found: an answer of 500 or above, an error on the console,
an answer that is not as documented, a page that leads nowhere. The same seed makes the same choices.
With --team the register is in PostgreSQL, and an administrator is logged in.`;

/** A register that is used longer would hold little but what was added at random. */
const ROUND = 5 * 60_000;

const USERS = { walk: walkFor, requests: askFor } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      team: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return console.log(USE);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const minutes = Number(values.minutes ?? '1');
  const users = Object.entries(USERS).filter(([name]) => values.only === undefined || values.only === name);
  if (!(minutes > 0) || Number.isNaN(seed) || users.length === 0)
    throw new Error(`these options fit nothing\n\n${USE}`);
  const end = Date.now() + minutes * 60_000;
  const open = values.team ? openTeamSite : openSite;
  console.log(`seed ${seed}`);
  const tally = newTally();
  // What breaks while an answer is already being sent cannot change its status; the server says it here.
  console.error = (...words) => tally.find({ fault: format(...words), where: 'the server', steps: [] });
  for (let round = 0; Date.now() < end; round++) {
    await Promise.all(
      users.map(([, use]) => useFresh(use, open, Math.min(end - Date.now(), ROUND), seed + round, tally)),
    );
  }
  console.log(reportOf(tally));
  process.exitCode = tally.findings.length === 0 ? 0 : 1;
}

async function useFresh(
  use: typeof walkFor,
  open: () => Promise<Site>,
  time: number,
  seed: number,
  tally: Tally,
): Promise<void> {
  const site = await open();
  try {
    await use(time, site, drawOf(seed), tally);
  } catch (error) {
    // What is found so far is to be told all the same.
    tally.find({ fault: format(error), where: 'the use itself', steps: [] });
  } finally {
    await site.close();
  }
}

await main();
