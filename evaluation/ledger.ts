import type { Reading } from '../src/model/index.ts';
import type { GoldText } from './gold.ts';
import { loadFolder } from './ledger/folder.ts';
import { judgeFolder } from './ledger/judge.ts';
import { measureLines, sumMeasures } from './ledger/measures.ts';

/**
 * Prints what the ledger makes of gold folders, once from the gold readings and once from the reader's own. Measures (see
 * `docs/ledger.md`): reprint clusters found, F1 of meetings merged across documents, F1 of undertakings matched across documents, accuracy
 * of `pairs.json` (each undertaking in its place; each line of `differ` exact), accuracy of the statuses of `chains.json`.
 */
export async function evaluateLedger(folders: readonly string[]): Promise<void> {
  const { readGold } = await import('./readings.ts');
  printWith('gold readings', folders);
  printWith('the reader’s own readings', folders, readGold);
}

function printWith(title: string, folders: readonly string[], read?: (text: GoldText) => Reading): void {
  const judged = folders.map((folder) => ({
    folder,
    measures: judgeFolder(loadFolder(folder), loadFolder(folder, read)),
  }));
  for (const { folder, measures } of judged) console.log(`\n${title}, ${folder}\n${measureLines(measures)}`);
  if (folders.length > 1)
    console.log(`\n${title}, all\n${measureLines(sumMeasures(judged.map(({ measures }) => measures)))}`);
}
