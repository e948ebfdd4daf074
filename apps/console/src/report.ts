import { parseArgs } from 'node:util';
import { reachOf, type Caller } from '#identity';
import { ask, csv, promiseReport, reportRows } from '#views';
import { reportInWords } from './report-in-words.js';
import { answerOrSayWhy, withPromises } from './reports-of.js';
import { now } from './surroundings.js';
import { type Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'report';

export const summary = 'Tells what was promised and kept, as figures of the cases that are open';

export const help = `synpunkter report [--from <date>] [--to <date>] [--as-of <instant>] [--by <what>] [--period <length>] [--json | --csv [--machine]]

Of the cases received in the period, as they were known at the instant: the region, customer service, each board, each administration.
Counts the cases that whoever reads for all boards may read: what is secret is told in \`report tables\` only, to whoever works with the
machine as to everybody else. Works beside a running server.

  --from <date>        the first day of receipt; default the first of January
  --to <date>          the last day of receipt; default the day of --as-of
  --as-of <instant>    what was known then, as 2026-03-01T12:00:00Z; default now
  --by <what>          other groups: board, administration, kind, category, channel, or several with commas between
  --period <length>    each group once for each month, quarter, tertial, half-year or year
  --board, --administration, --kind, --category, --channel <code>   only those cases
  --json, --csv        the same as JSON with every definition, or as a table that a spreadsheet set to Swedish opens
  --machine            the table for programs (RFC 4180): commas, a decimal point, no byte order mark

  synpunkter report --from 2026-01-01 --to 2026-12-31 --by board --period tertial --csv
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...{ from: text, to: text, 'as-of': text, by: text, period: text },
      ...{ board: text, administration: text, kind: text, category: text, channel: text },
      ...{ json: flag, csv: flag, machine: flag },
    },
  });
  const { json, csv: table, machine, 'as-of': asOf, by: groupBy, ...asked } = values;
  const question = { ...asked, ...(asOf !== undefined && { asOf }), ...(groupBy !== undefined && { groupBy }) };
  const report = await withRecords((at) =>
    withPromises(at, (db) => answerOrSayWhy(() => promiseReport(db, ask(question, now()), reachOf(readerOfAllBoards)))),
  );
  const asTable = () => csv(reportRows(report), machine ? 'machines' : 'people');
  print(json ? `${JSON.stringify(report, null, 2)}\n` : table ? asTable() : reportInWords(report));
  return 0;
}

/** Who works with the machine has no board, and is told what the quality unit is. */
const readerOfAllBoards: Caller = { kind: 'staff', personId: 'console', name: '', grants: [{ role: 'quality', boards: 'all' }] };
