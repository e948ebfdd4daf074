import { parseArgs } from 'node:util';
import { ask, csv, promiseReport, QuestionRefused, reportRows, type Asked, type PromiseReport } from '#views';
import { reportInWords } from './report-in-words.js';
import { withPromises } from './reports-of.js';
import { now } from './surroundings.js';
import { WrongUse, type Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'report';

export const summary = 'Tells what was promised and kept, as figures';

export const help = `synpunkter report [--from <date>] [--to <date>] [--as-of <instant>] [--by <what>] [--period <length>] [--json | --csv [--machine]]

Of the cases received in the period, as they were known at the instant: the region, customer service, each board, each administration.
Works beside a running server. Small groups that hold something secret are hidden, with enough others that nobody can work them out.

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
  const report = await withRecords((at) => withPromises(at, (db) => answer(question, (full) => promiseReport(db, full))));
  print(
    json
      ? `${JSON.stringify(report, null, 2)}\n`
      : table
        ? csv(reportRows(report), machine ? 'machines' : 'people')
        : reportInWords(report),
  );
  return 0;
}

function answer(asked: Asked, report: (question: ReturnType<typeof ask>) => PromiseReport): PromiseReport {
  try {
    return report(ask(asked, now()));
  } catch (error) {
    if (error instanceof QuestionRefused) throw new WrongUse(`${error.field}: ${error.code.replaceAll('-', ' ')}.`);
    throw error;
  }
}
