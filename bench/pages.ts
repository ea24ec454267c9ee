import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { closeDesk, type Desk, loadExamples, openDesk, refreshStandings } from '../src/desk/index.ts';
import { fill, generateFilings } from './filings.ts';
import { middle } from './measure.ts';
import { type Address, addressesOf } from './page-addresses.ts';
import { paint, startBrowser } from './paints.ts';
import { type Answer, ask, type Served, startServer } from './served.ts';

const HEADS = ['', 'first ms', '(CPU)', 'median ms', 'worst ms', '(CPU)', 'paint ms', 'KB', 'code KB'];

/** How often each address is asked for once the server is warm, and how often a browser opens it. */
const ASKED = 9;
const OPENED = 3;

/**
 * `npm run bench -- pages [REGISTER]`: of every kind of page, file and answer, how long the first byte takes as the first thing asked of a
 * new server and later, how much of the processor it takes, how large it is, and when a browser has painted the largest thing. `register` is a number of generated documents, or
 * a file or URL of a register that is there; the example dossier where it is left out.
 */
export async function benchPages(register = 'examples'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const browser = await startBrowser();
  try {
    const database = await registerFor(register, join(folder, 'register.sqlite'));
    const addresses = await asked(database, addressesOf);
    console.log(line(HEADS));
    const firsts = await firstHits(database, addresses);
    const server = await startServer(database);
    try {
      for (const [index, address] of addresses.entries()) {
        const first = firsts[index];
        if (first !== undefined) console.log(line(await measured(server, browser, address, first)));
      }
    } finally {
      await server.stop();
    }
  } finally {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The register to be measured, made where it is not there. */
async function registerFor(register: string, file: string): Promise<string> {
  if (register !== 'examples' && !/^\d+$/.test(register)) return register;
  await asked(file, async (desk) => {
    if (register === 'examples') await loadExamples(desk);
    else await fill(desk, generateFilings(Number(register)), Number(register));
    await refreshStandings(desk);
  });
  return file;
}

async function asked<Result>(database: string, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const desk = await openDesk({ database });
  try {
    return await work(desk);
  } finally {
    await closeDesk(desk);
  }
}

/** What each address takes as the first that a new server is asked for. */
async function firstHits(database: string, addresses: readonly Address[]): Promise<Timed[]> {
  const hits: Timed[] = [];
  for (const { path } of addresses) {
    const server = await startServer(database);
    hits.push(await timedAsk(server, path));
    await server.stop();
  }
  return hits;
}

interface Timed extends Answer {
  /** Milliseconds of the processor. */
  readonly processor: number;
}

async function timedAsk({ origin, processorTime }: Served, path: string): Promise<Timed> {
  const begin = processorTime();
  const answer = await ask(origin + path);
  return { ...answer, processor: processorTime() - begin };
}

async function measured(
  server: Served,
  browser: Browser | undefined,
  { name, path, isPage }: Address,
  { status, bytes, ...first }: Timed,
): Promise<readonly string[]> {
  await ask(server.origin + path);
  const warm = [];
  for (let run = 0; run < ASKED; run++) warm.push(await timedAsk(server, path));
  const times = warm.map(({ firstByte }) => firstByte);
  const paints = [];
  for (let run = 0; isPage && browser !== undefined && run < OPENED; run++)
    paints.push(await paint(browser, server.origin + path));
  return [
    status === 200 ? name : `${name}: STATUS ${status}`,
    first.firstByte.toFixed(0),
    first.processor.toFixed(0),
    middle(times).toFixed(0),
    Math.max(...times).toFixed(0),
    middle(warm.map(({ processor }) => processor)).toFixed(0),
    paints.length === 0 ? '' : middle(paints.map(({ largestPaint }) => largestPaint)).toFixed(0),
    (bytes / 1000).toFixed(1),
    paints.length === 0 ? '' : (Math.max(...paints.map(({ code }) => code)) / 1000).toFixed(1),
  ];
}

function line([name = '', ...cells]: readonly string[]): string {
  return `${name.padEnd(42)}${cells.map((cell) => cell.padStart(10)).join('')}`;
}
