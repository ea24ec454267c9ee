/** What a cell of a table may hold. */
export type Cell = string | number | boolean | undefined;

/** A line of comma-separated values (RFC 4180). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell, quoted where it must be; words that a spreadsheet would take for a formula get an apostrophe before. */
function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
