import { parseArgs } from 'node:util';
import { canonicalJson, type Recorded } from '#event-log';
import type { Database } from '#sqlite';
import { freezeReport, freezeTables, frozenStream, methodVersion, thaw, thawTables, type FrozenReport, type FrozenTables } from '#views';
import { withPromisesUntil } from './reports-of.js';
import { CannotDo, WrongUse, type Print } from './verb.js';
import { withRecords, type Workplace } from './with-records.js';

export const name = 'report verify';

export const summary = 'Computes a frozen report again from the log and compares';

export const help = `synpunkter report verify <report id> [--json]

Reads the log up to the last event that the report was made of, counts again, and compares every figure and the list of its cases, by the
salt that stands in the log and nowhere else. Needs nothing but the log. Works beside a running server. Exit code 1 if anything differs,
and it says what; also if an event before the last one cannot be counted.

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

type Frozen = FrozenReport | FrozenTables;

async function verify({ log }: Workplace, reportId: string) {
  for await (const event of log.read(frozenStream(reportId), { limit: 1 })) {
    const frozen = event.data as Frozen;
    const counted = await withPromisesUntil(log, frozen.lastEvent, (db) => countedAgain(db, event));
    return { frozen, differences: differencesOf(frozen, counted) };
  }
  throw new CannotDo(`No report ${reportId} was frozen.`);
}

function countedAgain(db: Database, event: Recorded): Frozen {
  if (event.type === 'TablesFrozen') {
    const { reportId, cases, year, asOf } = thawTables(event);
    return freezeTables(db, { reportId, salt: cases.salt }, { year, asOf }).data;
  }
  const { frozen, question } = thaw(event);
  const { reportId, cases, reach } = frozen;
  return freezeReport(db, { reportId, salt: cases.salt }, question, reach ?? 'everything').data;
}

/** One line for each thing that is not as it was frozen. */
function differencesOf(frozen: Frozen, counted: Frozen): string[] {
  const found: string[] = [];
  const compare = (what: string, before: unknown, after: unknown): void => {
    if (canonicalJson(before ?? null) !== canonicalJson(after ?? null))
      found.push(`${what}: frozen ${told(before)}, counted ${told(after)}`);
  };
  compare('method', frozen.method, methodVersion);
  compare('commitment to the cases', frozen.cases.commitment, counted.cases.commitment);
  const [before, after] = [byGroup(frozen), byGroup(onlyFiguresOf(frozen, counted))];
  for (const group of new Set([...before.keys(), ...after.keys()])) compare(group, before.get(group), after.get(group));
  return found;
}

interface Group {
  readonly cases?: string;
  readonly view: string;
  readonly by: Readonly<Record<string, string | null>>;
  readonly figures: readonly { readonly figure: string; readonly value: unknown; readonly n: number | null }[] | null;
}

/** What a later program counts besides was not told then, nor what was hidden when small groups were hidden whole: it differs from nothing. */
function onlyFiguresOf(frozen: Frozen, counted: Frozen): { readonly groups: readonly Group[] } {
  const groups: readonly Group[] = frozen.groups;
  const known = new Set(groups.flatMap(({ figures }) => (figures ?? []).map(({ figure }) => figure)));
  const hidden = new Set(groups.filter(({ figures }) => figures === null).map(nameOf));
  const again: readonly Group[] = counted.groups;
  return {
    groups: again.map((group) => ({
      ...group,
      figures: hidden.has(nameOf(group)) ? null : (group.figures ?? []).filter(({ figure }) => known.size === 0 || known.has(figure)),
    })),
  };
}

const told = (value: unknown): string => (value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value));

const nameOf = ({ cases, view, by }: Group): string => [...(cases === undefined ? [] : [cases]), view, ...Object.values(by)].join(' ');

/** Every figure of a report by what it is a figure of. */
const byGroup = ({ groups }: { readonly groups: readonly Group[] }): Map<string, unknown> =>
  new Map(
    groups.flatMap((group): [string, unknown][] => {
      const { figures } = group;
      return figures ? figures.map(({ figure, value, n }) => [`${nameOf(group)}, ${figure}`, { value, n }]) : [[nameOf(group), 'hidden']];
    }),
  );

const inWords = ({ reportId, lastEvent }: Frozen, differences: readonly string[]): string =>
  [
    `Report ${reportId}, made of the log up to event ${lastEvent}`,
    ...(differences.length === 0 ? ['  Counted again, and the same.'] : differences.map((difference) => `  ${difference}`)),
    '',
  ].join('\n');
