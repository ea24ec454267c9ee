import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { closeDesk, type Desk, loadExamples, openDesk } from '../src/desk/index.ts';
import { fill, generateFilings } from './filings.ts';
import { middle } from './measure.ts';
import { type Address, addressesOf } from './page-addresses.ts';
import { paint, startBrowser } from './paints.ts';
import { ask, type Served, startServer } from './served.ts';

/** How often each address is asked for once the server is warm, and how often a browser opens it. */
const ASKED = 9;
const OPENED = 3;

/**
 * `npm run bench -- pages [REGISTER]`: of every kind of page, file and answer, how long the first byte takes as the first thing asked of a
 * new server and later, how large it is, and when a browser has painted the largest thing. `register` is a number of generated documents, or
 * a file or URL of a register that is there; the example dossier where it is left out.
 */
export async function benchPages(register = 'examples'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const browser = await startBrowser();
  try {
    const database = await registerFor(register, join(folder, 'register.sqlite'));
    const addresses = await asked(database, addressesOf);
    console.log(`${'ms'.padStart(60)}`);
    console.log(line(['', 'first', 'median', 'worst', 'paint', 'KB', 'code KB']));
    const firsts = await firstHits(database, addresses);
    const server = await startServer(database);
    try {
      for (const [index, address] of addresses.entries())
        console.log(line(await measured(server, browser, address, firsts[index] ?? 0)));
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
async function firstHits(database: string, addresses: readonly Address[]): Promise<number[]> {
  const times: number[] = [];
  for (const { path } of addresses) {
    const server = await startServer(database);
    times.push((await ask(server.origin + path)).firstByte);
    await server.stop();
  }
  return times;
}

async function measured(
  { origin }: Served,
  browser: Browser | undefined,
  { name, path, isPage }: Address,
  first: number,
): Promise<readonly string[]> {
  const answers = [];
  for (let run = 0; run <= ASKED; run++) answers.push(await ask(origin + path));
  const [{ status, bytes } = { status: 0, bytes: 0 }, ...warm] = answers;
  const times = warm.map(({ firstByte }) => firstByte);
  const paints = [];
  for (let run = 0; isPage && browser !== undefined && run < OPENED; run++)
    paints.push(await paint(browser, origin + path));
  return [
    status === 200 ? name : `${name}: STATUS ${status}`,
    first.toFixed(0),
    middle(times).toFixed(0),
    Math.max(...times).toFixed(0),
    paints.length === 0 ? '' : middle(paints.map(({ largestPaint }) => largestPaint)).toFixed(0),
    (bytes / 1000).toFixed(1),
    paints.length === 0 ? '' : (Math.max(...paints.map(({ code }) => code)) / 1000).toFixed(1),
  ];
}

function line([name = '', ...cells]: readonly string[]): string {
  return `${name.padEnd(42)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}
