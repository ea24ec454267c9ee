import type { Command } from 'commander';
import { accountsCommand } from './accounts.ts';
import { addCommand } from './add.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { briefCommand } from './brief.ts';
import { commitmentsCommand } from './commitments.ts';
import { compareCommand } from './compare.ts';
import { exportCommand } from './export.ts';
import { logCommand } from './log.ts';
import { markCommand } from './mark.ts';
import { mcpCommand } from './mcp.ts';
import { parseCommand } from './parse.ts';
import { readCommand } from './read.ts';
import { rereadCommand } from './reread.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';

const COMMANDS = [
  readCommand,
  addCommand,
  commitmentsCommand,
  compareCommand,
  briefCommand,
  searchCommand,
  exportCommand,
  serveCommand,
  accountsCommand,
  markCommand,
  logCommand,
  mcpCommand,
  parseCommand,
  rereadCommand,
  backupCommand,
  restoreCommand,
];

/** Adds every command of `readout`; each one's own file has it. What a command needs is loaded when it runs. */
export function addCommands(program: Command): void {
  for (const add of COMMANDS) add(program);
}
