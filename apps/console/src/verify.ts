import { parseArgs } from 'node:util';
import { inspectLog, type LogInspection } from '#event-log';
import { logPlace } from '#node';
import { openDatabase } from '#sqlite';
import type { Print } from './verb.js';
import { withRecords, type Workplace } from './with-records.js';

export const name = 'verify';

export const summary = 'Reads the whole log and says whether it is sound';

export const help = `synpunkter verify [--json]

Reads every event: places ascend, no stream has a gap, everything can be decoded, and every seal opens or was destroyed by decision.
For a SQLite log also SQLite's own check of the file. Works while the server runs. Exit code 1 if anything is wrong.

  --json  the figures as JSON

  synpunkter verify
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const found = await withRecords(async (at) => ({ file: fileCheck(at), ...(await inspectLog(at.log, at.keys)) }));
  print(values.json === true ? `${JSON.stringify(found, null, 2)}\n` : report(found));
  return found.complaints.length === 0 && found.file === 'ok' ? 0 : 1;
}

interface Found extends LogInspection {
  /** What SQLite says of the file; `ok` also where there is none. */
  readonly file: string;
}

function fileCheck({ settings }: Workplace): string {
  const place = logPlace(settings);
  if (!('file' in place)) return 'ok';
  const db = openDatabase(place.file, { synchronous: 'FULL', readonly: true });
  try {
    return String(db.pragma('integrity_check', { simple: true }));
  } finally {
    db.close();
  }
}

function report({ logId, events, streams, shredded, complaints, file }: Found): string {
  return [
    `Log ${logId}`,
    `  ${events} events in ${streams} streams; in ${shredded} a key was destroyed by decision`,
    `  file: ${file}`,
    ...(complaints.length === 0
      ? ['  Sound: in order, without gaps, and everything opens.']
      : complaints.map((complaint) => `  ${complaint}`)),
    '',
  ].join('\n');
}
