import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../bin/readout.mjs', import.meta.url));

/** `readout serve` as a process of its own. */
export interface Served {
  readonly origin: string;
  /** Milliseconds from the start of the process until it served. */
  readonly started: number;
  /** Milliseconds of the processor that its main thread has taken: nearly the same on a busy machine as on a quiet one. Linux only; else 0. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** Starts the server over a register and waits until it says that it serves. Throws where it ends before that. */
export async function startServer(database: string): Promise<Served> {
  const port = await sparePort();
  const begin = performance.now();
  const server = spawn(
    process.execPath,
    [PROGRAM, 'serve', '--no-examples', '--database', database, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(server, 'exit');
  await Promise.race([
    new Promise<void>((resolve) => {
      let said = '';
      server.stdout.on('data', (words) => {
        said += String(words);
        if (said.includes('Ctrl+C')) resolve();
      });
    }),
    ended.then(() => Promise.reject(new Error('the server ended before it served'))),
  ]);
  return {
    origin: `http://localhost:${port}`,
    started: performance.now() - begin,
    processorTime: () => processorTimeOf(server.pid ?? 0),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

function processorTimeOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const [nanoseconds = ''] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

async function sparePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** What one request took. */
export interface Answer {
  /** Milliseconds until the first byte. */
  readonly firstByte: number;
  readonly status: number;
  /** Bytes of the body as they were sent, compressed. */
  readonly bytes: number;
}

/** The most of a body that is read: an export of a large register would go on for minutes. */
const ENOUGH = 4_000_000;

/** Asks for an address as a browser would. */
export function ask(address: string): Promise<Answer> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', 'accept-language': 'en' };
    const request = get(address, { headers, agent: false }, (response) => {
      const firstByte = performance.now() - begin;
      let bytes = 0;
      const done = (): void => resolve({ firstByte, status: response.statusCode ?? 0, bytes });
      response.on('data', (chunk: Uint8Array) => {
        bytes += chunk.length;
        if (bytes > ENOUGH) response.destroy();
      });
      response.on('close', done);
      response.on('error', done);
    });
    request.on('error', reject);
  });
}
