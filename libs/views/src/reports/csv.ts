/** A cell of a table; nothing stands for null. */
export type Cell = string | number | null;

/** Who opens a file: people, in a spreadsheet set to Swedish, or programs, by RFC 4180. */
export const csvReaders = ['people', 'machines'] as const;
export type CsvReader = (typeof csvReaders)[number];

/**
 * Rows as CSV in UTF-8. A spreadsheet set to Swedish takes a file without a byte order mark for Windows-1252, divides it at semicolons and
 * reads numbers with a decimal comma. A text that a spreadsheet would take for a formula is told as a text, by an apostrophe before it: what
 * people wrote must not compute anything on the machine of who opens it.
 */
export const csv = (rows: readonly (readonly Cell[])[], reader: CsvReader): string => {
  const { begin, between, point } = styles[reader];
  const written = (cell: Cell): string => (typeof cell === 'number' ? String(cell).replace('.', point) : quoted(cell ?? '', between));
  return begin + rows.map((row) => `${row.map(written).join(between)}\r\n`).join('');
};

interface Style {
  readonly begin: string;
  readonly between: string;
  readonly point: string;
}

const styles: Readonly<Record<CsvReader, Style>> = {
  people: { begin: '\uFEFF', between: ';', point: ',' },
  machines: { begin: '', between: ',', point: '.' },
};

function quoted(cell: string, between: string): string {
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return text !== cell || text.includes(between) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
