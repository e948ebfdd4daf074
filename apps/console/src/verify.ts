import { parseArgs } from 'node:util';
import { inspectLog, type Finding, type Inspection } from '#inspection';
import { holdData, lookAtRecords } from '#node';
import { root, settings as readOurs } from './surroundings.js';
import { CannotDo, type Print } from './verb.js';
import { requireLog } from './with-records.js';

export const name = 'verify';

export const summary = 'Reads the whole log and says whether it is sound';

export const help = `synpunkter verify [--json]

Reads every event once and says what cannot be as the program wrote it: places and revisions without gaps, times of recording
in order, ids as they are derived, data and metadata in form, causes that are there, seals that open, diaries without gaps, promises
that follow from their policies. Then whether it is the log that the keys remember, and goes as far as they know. For a SQLite log
also SQLite's own check of the file, and the triggers that keep its events. Looks at what is there, also where a start would ask;
changes nothing. Works while the server runs. Exit code 1 if anything is wrong. docs/operating.md tells what it cannot find.

  --json  the findings as JSON, each with kind, position, stream and revision

  synpunkter verify
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const inspection = await inspect();
  print(values.json === true ? `${JSON.stringify(inspection, null, 2)}\n` : report(inspection));
  return inspection.found === 0 ? 0 : 1;
}

async function inspect(): Promise<Inspection> {
  const settings = readOurs();
  requireLog(settings);
  const lock = holdData(settings, 'shared');
  try {
    const records = await lookAtRecords(settings, root);
    if (!records)
      throw new CannotDo(`The log in ${settings.dataDir} (DATA_DIR) is empty: nothing was ever written to it, or somebody emptied it.`);
    try {
      return await inspectLog(records.log, records);
    } finally {
      await records.close();
    }
  } finally {
    lock.release();
  }
}

function report({ logId, file, events, streams, found, findings }: Inspection): string {
  return [
    `Log ${logId ?? 'without an id'}`,
    `  ${events} events in ${streams} streams, ${file ? 'in a file' : 'on a server: there is no file to check'}`,
    ...(found === 0 ? ['  Sound: in order, without gaps, as it was written, and everything opens.'] : findings.map(line)),
    ...(found > findings.length ? [`  and ${found - findings.length} more`] : []),
    '',
  ].join('\n');
}

const line = ({ kind, position, stream, revision, id, what }: Finding): string =>
  position === undefined ? `  ${kind}: ${what}` : `  ${kind}: ${stream}@${revision} (${id}, ${position}) ${what}`;
