import { join } from 'node:path';
import { TableProcessor, type Tables } from '#processors';
import { openScratch, ownFolder, type Database } from '#sqlite';
import { openSound } from './sound-views.js';

/** A view, its file, and what keeps it current. */
export interface OpenView {
  readonly db: Database;
  readonly processor: TableProcessor;
}

/** What names the file of a view. */
export type ViewName = Pick<Tables, 'name' | 'version'>;

/** Where the views of a data folder are kept; everything in it can be deleted while no server runs. */
export const viewsFolder = (dataDir: string): string => join(dataDir, 'views');

/** Where a view of this version is kept: one file each, so that a new version is built beside the old one. */
export const viewFile = (folder: string, { name, version }: ViewName): string => join(folder, `${name}.v${version}.db`);

export function openView(tables: Tables, open: (view: ViewName) => Database): OpenView {
  const db = open(tables);
  return { db, processor: new TableProcessor(db, tables) };
}

/** Opens what can be made again from the log at any time, so its last commits may be lost in a power cut. */
export function openDisposable(folder: string, view: ViewName): Database {
  ownFolder(folder);
  return openSound(viewFile(folder, view));
}

/** Opens the file of a view that is made in one go, for `makeDurable` and a place among the others when it is done. */
export function openUnfinished(folder: string, view: ViewName): Database {
  ownFolder(folder);
  return openScratch(viewFile(folder, view));
}
