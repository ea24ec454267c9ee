import type { Command } from 'commander';
import type { SearchResult } from '../../desk/index.ts';
import { type Area, parseDay } from '../../model/index.ts';
import { type DatabaseOptions, parseArea, parseCount, withDatabase } from '../options.ts';
import { colours, writeJson, writeLine } from '../output.ts';
import { withDesk } from '../with-desk.ts';

interface SearchOptions extends DatabaseOptions {
  readonly json?: boolean;
  readonly pair?: string;
  readonly actor?: string;
  readonly area?: Area;
  readonly language?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly page: number;
}

export function searchCommand(program: Command): void {
  const command = program
    .command('search')
    .description('find documents by words in any of their forms; "quoted words" stand one behind the other')
    .argument('<words...>', 'what to look for, in English, Russian, Kazakh or Kyrgyz')
    .option('--pair <pair>', 'only the record of a pair, for example KAZ-KGZ')
    .option('--actor <actor>', 'only documents that mention this state, organization or office')
    .option('--area <area>', 'only documents with findings in this area', parseArea)
    .option('--language <code>', 'only documents in this language')
    .option('--from <day>', 'published on this day or later', parseDay)
    .option('--to <day>', 'published on this day or earlier', parseDay)
    .option('--limit <count>', 'how many to print', parseCount, 20)
    .option('--page <number>', 'which of the pages of so many', parseCount, 1)
    .option('--json', 'print them as JSON Lines');
  withDatabase(command)
    .addHelpText(
      'after',
      '\nExamples:\n  readout search border crossing --pair KAZ-KGZ\n  readout search \'"trade turnover"\' --from 2022-01-01\n',
    )
    .action(printResults);
}

async function printResults(words: readonly string[], options: SearchOptions): Promise<void> {
  await withDesk(options.database, async (desk) => {
    const { resolveActor, search } = await import('../../desk/index.ts');
    const { json, database: _, actor, ...filters } = options;
    const whose = actor === undefined || actor.includes('/') ? actor : resolveActor(actor);
    const { results, more } = await search(desk, words.join(' '), { ...filters, actor: whose });
    for (const result of results) await (json === true ? writeJson(result) : writeLine(viewResult(result)));
    if (json === true) return;
    if (results.length === 0) await writeLine('nothing found');
    else if (more) await writeLine(colours.dim(`more: --page ${options.page + 1}`));
  });
}

function viewResult({ document, snippet, marks }: SearchResult): string {
  let text = '';
  let last = 0;
  for (const [start, end] of marks) {
    text += snippet.slice(last, start) + colours.yellow(snippet.slice(start, end));
    last = end;
  }
  text = `…${text}${snippet.slice(last)}…`.replaceAll(/\s+/g, ' ');
  const facts = [document.publishedAt ?? 'day unknown', document.publisher, document.id].filter(
    (fact) => fact !== undefined,
  );
  return `${colours.bold(document.title)}\n  ${text}\n  ${colours.dim(facts.join(' · '))}\n`;
}
