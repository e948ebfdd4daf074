import type { EventLog, Recorded } from '#event-log';
import { NotWhole, pagesToTheEnd, takeWhole, type TableProcessor } from '#processors';
import type { Settings } from '#settings';
import { SynpunkterNode } from './node.js';
import { openRecords } from './open-records.js';
import { partsOf, type StartOptions } from './start-node.js';
import { openUnfinished, type ViewName } from './view-files.js';

/** A view that could not be made: an event stands in the way, and the message names it. What was there before is still there. */
export class RebuildStopped extends Error {}

/** Makes these views from the log, in a folder where there are none, and resolves to how many events they have followed. */
export const makeViews = (at: Workshop, views: readonly ViewName[]): Promise<number> =>
  withEmptyViews(at, ({ parts, processors }) => {
    const wanted = processors.filter(({ name }) => views.some((view) => view.name === name));
    return followToTheEnd(parts.log, wanted);
  });

/** Where views are made, and of what. */
export interface Workshop {
  readonly settings: Settings;
  readonly options: StartOptions;
  /** Where their files come to stand. */
  readonly folder: string;
}

/** Opens a node that does nothing and whose views hold nothing, and closes it after the work. */
export async function withEmptyViews<Result>(
  { settings, options, folder }: Workshop,
  work: (node: SynpunkterNode) => Result | Promise<Result>,
): Promise<Result> {
  const records = await openRecords(settings, options);
  try {
    await records.log.head(); // a store that is away says so here, and not in a thread
    const parts = partsOf(settings, { ...options, records, relay: nobody });
    const node = new SynpunkterNode({ ...parts, viewsFolder: folder, openFile: openUnfinished });
    try {
      return await work(node);
    } finally {
      node.closeViews();
    }
  } finally {
    await records.close();
  }
}

/** Nothing is sent meanwhile. */
const nobody = { host: '127.0.0.1', port: 0 };

/** Much more than a server takes at once: what many cases touch alike is written once for all of them. */
const pageSize = 5_000;

async function followToTheEnd(log: EventLog, processors: readonly TableProcessor[]): Promise<number> {
  let events = 0;
  for await (const page of pagesToTheEnd(log, pageSize, new AbortController().signal)) {
    for (const processor of processors) takeAll(processor, page, log.id);
    events += page.length;
  }
  return events;
}

function takeAll(processor: TableProcessor, page: readonly Recorded[], logId: string): void {
  try {
    takeWhole(processor, page, logId);
  } catch (error) {
    throw error instanceof NotWhole ? new RebuildStopped(error.message) : error;
  }
}
