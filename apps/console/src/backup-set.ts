import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CannotDo } from './verb.js';

/** One half of a backup, in a folder of its own: whoever has the log alone, or the keys alone, can read nothing personal. */
export interface BackupSet {
  readonly what: 'log' | 'keys';
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly files: readonly BackupFile[];
  /** What the set holds, in figures. */
  readonly holds: Readonly<Record<string, string | number>>;
}

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const setFolder = (backup: string, what: BackupSet['what']): string => join(backup, what);

export async function makeSetFolder(backup: string, what: BackupSet['what']): Promise<string> {
  const folder = setFolder(backup, what);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Writes the manifest, the last thing of a set: one without it is not whole. */
export async function sealSet(backup: string, names: readonly string[], set: Omit<BackupSet, 'files'>): Promise<BackupSet> {
  const folder = setFolder(backup, set.what);
  const files = await Promise.all(names.map((name) => measure(folder, name)));
  const sealed = { ...set, files };
  await writeFile(manifestOf(folder), `${JSON.stringify(sealed, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  return sealed;
}

/**
 * Reads a manifest and compares the files with it.
 * @throws CannotDo if the set is missing, unfinished or changed
 */
export async function openSet(backup: string, what: BackupSet['what']): Promise<BackupSet> {
  const folder = setFolder(backup, what);
  const set = await readManifest(folder);
  for (const file of set.files) {
    const found = await measure(folder, file.name).catch(() => undefined);
    if (found?.sha256 !== file.sha256) throw new CannotDo(`${join(folder, file.name)} is not what was backed up.`);
  }
  return set;
}

const manifestOf = (folder: string): string => join(folder, 'manifest.json');

async function readManifest(folder: string): Promise<BackupSet> {
  try {
    return JSON.parse(await readFile(manifestOf(folder), 'utf8')) as BackupSet;
  } catch {
    throw new CannotDo(`There is no finished backup in ${folder}.`);
  }
}

/** Nobody has these files open as databases: closing a descriptor would drop SQLite's locks. */
async function measure(folder: string, name: string): Promise<BackupFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { name, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
