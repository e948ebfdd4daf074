import { parseArgs } from 'node:util';
import { localDate } from '#promises';
import { askTables, csv, promiseTables, tableRows } from '#views';
import { tablesInWords } from './report-in-words.js';
import { answerOrSayWhy, withPromises } from './reports-of.js';
import { now } from './surroundings.js';
import { WrongUse, type Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'report tables';

export const summary = 'Tells the tables of a year, of all cases, as everybody is told them';

export const help = `synpunkter report tables [--year <year>] [--as-of <date>] [--json | --csv [--machine]]

Of all cases, open and closed ones apart: the organisation by month, tertial and year; boards, administrations, kinds and channels by tertial
and year; categories by year. Each tertial is told once, as it was known when the month after it ended; small groups are hidden so that
they follow from nothing else. Works beside a running server.

  --year <year>        default that of the tertial told last
  --as-of <date>       the last day of a month: what had been told by then; default of the month that ended last
  --json, --csv        the same as JSON, or as a table that a spreadsheet set to Swedish opens
  --machine            the table for programs (RFC 4180): commas, a decimal point, no byte order mark

  synpunkter report tables --year 2026 --csv
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({ args, options: { year: text, 'as-of': text, json: flag, csv: flag, machine: flag } });
  const { year, 'as-of': asOf, json, csv: table, machine } = values;
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new WrongUse('Name the year by four digits.');
  const asked = { asOf, year: year === undefined ? undefined : Number(year) };
  const tables = await withRecords((at) =>
    withPromises(at, (db) => answerOrSayWhy(() => promiseTables(db, askTables(asked, localDate(now()))))),
  );
  const asTable = () => csv(tableRows(tables), machine ? 'machines' : 'people');
  print(json ? `${JSON.stringify(tables, null, 2)}\n` : table ? asTable() : tablesInWords(tables));
  return 0;
}
