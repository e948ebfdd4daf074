import { parseArgs } from 'node:util';
import { canonicalJson } from '#event-log';
import { freezeReport, frozenStream, methodVersion, thaw, type FrozenReport } from '#views';
import { withPromisesUntil } from './reports-of.js';
import { CannotDo, WrongUse, type Print } from './verb.js';
import { withRecords, type Workplace } from './with-records.js';

export const name = 'report verify';

export const summary = 'Computes a frozen report again from the log and compares';

export const help = `synpunkter report verify <report id> [--json]

Reads the log up to the last event that the report was made of, counts again, and compares every figure, and the number and SHA-256 of
its cases. Needs nothing but the log. Works beside a running server. Exit code 1 if anything differs, and it says what.

  synpunkter report verify 6f1d3c52-8e47-8a10-b2c9-1d5e7f90a4b3
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  const [reportId = '', ...others] = positionals;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(reportId) || others.length > 0) throw new WrongUse('Name the report by its id.');
  const { frozen, differences } = await withRecords((at) => verify(at, reportId));
  print(values.json ? `${JSON.stringify({ reportId, differences }, null, 2)}\n` : inWords(frozen, differences));
  return differences.length === 0 ? 0 : 1;
}

async function verify({ log }: Workplace, reportId: string) {
  for await (const event of log.read(frozenStream(reportId), { limit: 1 })) {
    const { frozen, question } = thaw(event);
    const counted = await withPromisesUntil(log, frozen.lastEvent, (db) => freezeReport(db, reportId, question).data);
    return { frozen, differences: differencesOf(frozen, counted) };
  }
  throw new CannotDo(`No report ${reportId} was frozen.`);
}

/** One line for each thing that is not as it was frozen. */
function differencesOf(frozen: FrozenReport, counted: FrozenReport): string[] {
  const found: string[] = [];
  const compare = (what: string, before: unknown, after: unknown): void => {
    if (canonicalJson(before ?? null) !== canonicalJson(after ?? null))
      found.push(`${what}: frozen ${told(before)}, counted ${told(after)}`);
  };
  compare('method', frozen.method, methodVersion);
  compare('cases', frozen.cases.count, counted.cases.count);
  compare('SHA-256 of the cases', frozen.cases.sha256, counted.cases.sha256);
  const [before, after] = [byGroup(frozen), byGroup(onlyFiguresOf(frozen, counted))];
  for (const group of new Set([...before.keys(), ...after.keys()])) compare(group, before.get(group), after.get(group));
  return found;
}

/** A figure that a later program counts besides was not told then, and differs from nothing. */
function onlyFiguresOf(frozen: FrozenReport, counted: FrozenReport): FrozenReport {
  const known = new Set(frozen.groups.flatMap(({ figures }) => (figures ?? []).map(({ figure }) => figure)));
  if (known.size === 0) return counted;
  const groups = counted.groups.map((group) => ({ ...group, figures: group.figures?.filter(({ figure }) => known.has(figure)) ?? null }));
  return { ...counted, groups };
}

const told = (value: unknown): string => (value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value));

/** Every figure of a report by what it is a figure of. */
const byGroup = ({ groups }: FrozenReport): Map<string, unknown> =>
  new Map(
    groups.flatMap(({ view, by, figures }): [string, unknown][] => {
      const group = [view, ...Object.values(by)].join(' ');
      return figures ? figures.map(({ figure, value, n }) => [`${group}, ${figure}`, { value, n }]) : [[group, 'hidden']];
    }),
  );

const inWords = ({ reportId, lastEvent, cases }: FrozenReport, differences: readonly string[]): string =>
  [
    `Report ${reportId}, of ${cases.count} cases, made of the log up to event ${lastEvent}`,
    ...(differences.length === 0 ? ['  Counted again, and the same.'] : differences.map((difference) => `  ${difference}`)),
    '',
  ].join('\n');
