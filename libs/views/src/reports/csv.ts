/** A cell of a table; nothing stands for null. */
export type Cell = string | number | null;

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would take for a formula is told as a text, by an apostrophe before it: what people
 * wrote must not compute anything on the machine of who opens it.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return text !== cell || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
