import type { PloverRoot } from '../src/model/index.ts';
import { ReadoutError } from '../src/model/index.ts';
import type { Relation } from '../src/reader/index.ts';

/** A sentence of the PLV data set with its root code. */
export interface PlvExample extends Relation {
  readonly root: PloverRoot;
}

const COLUMNS = ['sentence', 'source', 'target', 'root'] as const;

/** The rows of a tab-separated file with a head that names at least `sentence`, `source`, `target` and `root`. */
export function parsePlv(tsv: string): PlvExample[] {
  const [head = [], ...rows] = tsv
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split('\t').map(unquote));
  const missing = COLUMNS.filter((column) => !head.includes(column));
  if (missing.length > 0) {
    throw new ReadoutError(
      'bad-input',
      'the file has no column',
      missing.join(', '),
      'its first line must name sentence, source, target and root',
    );
  }
  return rows.map((cells) => {
    const [sentence, source, target, root] = COLUMNS.map((column) => cells[head.indexOf(column)] ?? '');
    return { sentence: sentence!, source: source!, target: target!, root: root as PloverRoot };
  });
}

/** A cell without the quotation marks that spreadsheets put around one that holds quotation marks. */
function unquote(cell: string): string {
  return /^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
