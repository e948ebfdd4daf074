import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { copyLog, type LogPlace } from '#event-log';
import { holdData, logFile } from '#node';
import { settings } from './surroundings.js';
import { CannotDo, WrongUse, type Print } from './verb.js';

export const name = 'move-log';

export const summary = 'Copies the log between a data folder and EventStoreDB, and compares both';

export const help = `synpunkter move-log <from> <to>

Each is a data folder, or an address such as esdb://store.example:2113. The same events, ids and order, and so the same log; an
interrupted copy goes on where it stopped. Both are read once more and compared. The server must not run. Keys stay where they are.
Afterwards start the server with EVENTSTORE_URL, or without; the old log is left as it is and must not be written to again.

  synpunkter move-log data esdb://127.0.0.1:2113?tls=false
`;

export async function run(args: string[], print: Print): Promise<number> {
  const [from, to, ...others] = parseArgs({ args, allowPositionals: true }).positionals;
  if (from === undefined || to === undefined || others.length > 0) throw new WrongUse('Name where the log is and where it is to go.');
  const source = placeOf(from);
  if ('file' in source && !existsSync(source.file)) throw new CannotDo(`There is no log in ${from}.`);
  const locks = [...new Set([settings().dataDir, ...[from, to].filter(isFolder).map((folder) => resolve(folder))])].map((dataDir) =>
    holdData({ dataDir }, 'alone'),
  );
  try {
    const events = await copyLog(source, placeOf(to));
    print(`Copied ${events} events from ${called(from)} to ${called(to)}, and read both again: they are the same.\n`);
  } finally {
    for (const lock of locks) lock.release();
  }
  return 0;
}

/** An address may hold a password. */
const called = (place: string): string => (isFolder(place) ? place : 'EventStoreDB');

const isFolder = (place: string): boolean => !place.includes('://');

function placeOf(place: string): LogPlace {
  if (isFolder(place)) return { file: logFile(resolve(place)) };
  return { url: place };
}
