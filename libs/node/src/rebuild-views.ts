import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Settings } from '#settings';
import { makeDurable, ownFolder } from '#sqlite';
import { holdData } from './hold-data.js';
import { RebuildStopped, withEmptyViews } from './make-views.js';
import type { SynpunkterNode } from './node.js';
import type { StartOptions } from './start-node.js';
import { viewFile, viewsFolder, type ViewName } from './view-files.js';

/** There is no such view; the message names those there are. */
export class UnknownView extends Error {}

export interface Rebuilt {
  readonly view: string;
  /** How many events it has followed. */
  readonly events: number;
}

/**
 * Makes views again from the log, beside the old ones, and puts them in their place when all have reached its end. Nothing is
 * compared, and nothing is done because of what is read: no notice goes out, no number is given.
 * @param names which views; all if empty
 * @throws DataInUse while a server runs
 * @throws RebuildStopped at the first event that cannot be processed; a server would set it aside, but a rebuild exists to be right
 */
export async function rebuildViews(settings: Settings, options: StartOptions, names: readonly string[]): Promise<readonly Rebuilt[]> {
  const lock = holdData(settings, 'alone');
  const place = viewsFolder(settings.dataDir);
  const beside = `${place}.rebuilding`;
  const emptied = (): void => rmSync(beside, { recursive: true, force: true });
  try {
    emptied();
    const all = await withEmptyViews({ settings, options, folder: beside }, namesOf);
    const shares = deal(choose(all, names), Math.min(availableParallelism(), mostThreads));
    const made = await makeSideBySide(
      shares.map((views, number) => ({ settings, root: options.root, folder: join(beside, String(number)), views })),
    );
    return made.flatMap(({ folder, views, events }) => {
      for (const view of views) swap(viewFile(folder, view), viewFile(place, view));
      return views.map(({ name }) => ({ view: name, events }));
    });
  } finally {
    emptied();
    lock.release();
  }
}

/** Of what a thread can be told. */
const namesOf = ({ processors }: SynpunkterNode): readonly ViewName[] => processors.map(({ name, version }) => ({ name, version }));

function choose(all: readonly ViewName[], names: readonly string[]): readonly ViewName[] {
  const known = all.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UnknownView(`There is no view ${unknown}. There are ${known.join(', ')}.`);
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** What a view costs beside the others, which cost next to nothing; as measured with 200,000 cases. */
const weights: Readonly<Record<string, number>> = { promises: 6, inbox: 3, 'due-work': 3, 'case-index': 1, 'notice-requests': 1 };

/** Each thread reads the whole log: with more than these, the heaviest view would not be ready sooner. */
const mostThreads = 3;

/** The heaviest first, each to whom has least. */
function deal(views: readonly ViewName[], threads: number): readonly (readonly ViewName[])[] {
  const weightOf = ({ name }: ViewName): number => weights[name] ?? 0;
  const hands = Array.from({ length: Math.min(threads, views.length) }, () => ({ weight: 0, views: [] as ViewName[] }));
  for (const view of [...views].sort((one, other) => weightOf(other) - weightOf(one))) {
    const hand = hands.reduce((least, next) => (next.weight < least.weight ? next : least));
    hand.weight += weightOf(view);
    hand.views.push(view);
  }
  return hands.map((hand) => hand.views);
}

/** What a thread is given. */
export interface Share {
  readonly settings: Settings;
  readonly root: string;
  /** Where the files of its views come to stand. */
  readonly folder: string;
  readonly views: readonly ViewName[];
}

/** What became of it: how many events its views have followed, or why they could not be made. */
export type Made = { readonly events: number } | { readonly stopped: string };

/** A page of events outlives many small collections if they have no room: as much of it as `npm start` gives (three halves of 32). */
const maxYoungGenerationSizeMb = 96;

/** A thread for each share; if one stops, all do. */
async function makeSideBySide(shares: readonly Share[]): Promise<readonly (Share & { readonly events: number })[]> {
  const threads = shares.map((share) => ({
    share,
    worker: new Worker(new URL('./make-views.worker.js', import.meta.url), {
      workerData: share,
      resourceLimits: { maxYoungGenerationSizeMb },
    }),
  }));
  try {
    return await Promise.all(
      threads.map(async ({ share, worker }) => {
        const [made] = (await once(worker, 'message')) as [Made];
        if ('stopped' in made) throw new RebuildStopped(made.stopped);
        return { ...share, events: made.events };
      }),
    );
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

/** The file before its journal: SQLite throws away a journal whose file is not there, but would replay one onto another file. */
function swap(made: string, place: string): void {
  ownFolder(dirname(place));
  for (const file of [place, `${place}-wal`, `${place}-shm`]) rmSync(file, { force: true });
  makeDurable(made);
  renameSync(made, place);
}
