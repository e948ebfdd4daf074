import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EventLog, Recorded } from '#event-log';
import type { TableProcessor } from '#processors';
import type { Settings } from '#settings';
import { makeDurable } from '#sqlite';
import { holdData } from './hold-data.js';
import { SynpunkterNode } from './node.js';
import type { NodeParts } from './node-parts.js';
import { openRecords } from './open-records.js';
import { partsOf, type StartOptions } from './start-node.js';
import { openUnfinished, viewFile } from './view-files.js';

/** A view that could not be made: an event stands in the way, and the message names it. What was there before is still there. */
export class RebuildStopped extends Error {}

/** There is no such view; the message names those there are. */
export class UnknownView extends Error {}

export interface Rebuilt {
  readonly view: string;
  /** How many events it has followed. */
  readonly events: number;
}

/**
 * Makes views again from the log, beside the old ones, and puts them in their place when they have reached its end. Nothing is
 * compared, and nothing is done because of what is read: no notice goes out, no number is given.
 * @param names which views; all if empty
 * @throws DataInUse while a server runs
 * @throws RebuildStopped at the first event that cannot be processed; a server would set it aside, but a rebuild exists to be right
 */
export async function rebuildViews(settings: Settings, options: StartOptions, names: readonly string[]): Promise<readonly Rebuilt[]> {
  const lock = holdData(settings, 'alone');
  try {
    const records = await openRecords(settings, options);
    try {
      return await remake(partsOf(settings, { ...options, records, relay: nobody }), names);
    } finally {
      await records.close();
    }
  } finally {
    lock.release();
  }
}

/** Nothing is sent meanwhile. */
const nobody = { host: '127.0.0.1', port: 0 };

async function remake(parts: NodeParts, names: readonly string[]): Promise<readonly Rebuilt[]> {
  const beside = `${parts.viewsFolder}.rebuilding`;
  rmSync(beside, { recursive: true, force: true });
  const node = new SynpunkterNode({ ...parts, viewsFolder: beside, openFile: openUnfinished });
  try {
    const chosen = choose(node.processors, names);
    const events = await followToTheEnd(parts.log, chosen);
    node.closeViews();
    for (const view of chosen) swap(viewFile(beside, view), viewFile(parts.viewsFolder, view));
    return chosen.map(({ name }) => ({ view: name, events }));
  } finally {
    node.closeViews();
    rmSync(beside, { recursive: true, force: true });
  }
}

function choose(all: readonly TableProcessor[], names: readonly string[]): readonly TableProcessor[] {
  const known = all.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UnknownView(`There is no view ${unknown}. There are ${known.join(', ')}.`);
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
}

const pageSize = 500;

async function followToTheEnd(log: EventLog, processors: readonly TableProcessor[]): Promise<number> {
  let page: Recorded[] = [];
  let events = 0;
  const take = (): void => {
    for (const processor of processors) takeAll(processor, page, log.id);
    events += page.length;
    page = [];
  };
  for await (const event of log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') break;
    page.push(event);
    if (page.length === pageSize) take();
  }
  take();
  return events;
}

function takeAll(processor: TableProcessor, page: readonly Recorded[], logId: string): void {
  processor.take(page, logId);
  const [letter] = processor.deadLetters();
  if (letter) throw new RebuildStopped(`${processor.name}: ${letter.stream}@${letter.revision} (${letter.type}): ${letter.cause}`);
}

/** The file before its journal: SQLite throws away a journal whose file is not there, but would replay one onto another file. */
function swap(made: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  for (const file of [place, `${place}-wal`, `${place}-shm`]) rmSync(file, { force: true });
  makeDurable(made);
  renameSync(made, place);
}
