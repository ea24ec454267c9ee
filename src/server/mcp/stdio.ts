import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Desk } from '../../desk/index.ts';
import { createMcpServer } from './index.ts';

/** Answers on standard input and output until the other end closes. */
export async function serveOverStdio(desk: Desk, version: string): Promise<void> {
  await createMcpServer(desk, version).connect(new StdioServerTransport());
  await new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve));
}
