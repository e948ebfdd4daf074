import { existsSync, readdirSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpLog } from '#event-log';
import { backUpKeys, doorKeyFilesIn, doors } from '#keys';
import { holdData, logPlace } from '#node';
import type { Settings } from '#settings';
import { makeSetFolder, sealSet, type BackupSet } from './backup-set.js';
import { now, settings as readOurs } from './surroundings.js';
import { CannotDo, WrongUse, type Print } from './verb.js';

export const name = 'backup';

export const summary = 'Copies log and keys to a folder, while the server runs, and checks the copies';

export const help = `synpunkter backup <folder> [--json]

Makes <folder>/log and <folder>/keys, each with a manifest of sizes and SHA-256. Both copies are opened and checked. Nothing is
overwritten. Keep the two apart: who has one alone can read nothing personal. The keys of sessions, codes and links that lie in KEYS_DIR
go with the keys. The master key is not in it (except in evaluation,
where it lies beside the keys); without it the backup is lost, so keep it in a third place.

With the log in EventStoreDB only the keys are copied. Back up the log first, by EventStoreDB's own means: then no key is missing.

  --json  the manifests as JSON

  synpunkter backup /backup/synpunkter/2026-11-26
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new WrongUse('Name one folder.');
  const settings = readOurs();
  const lock = holdData(settings, 'shared');
  try {
    const sets = await backUp(settings, resolve(folder));
    print(values.json === true ? `${JSON.stringify(sets, null, 2)}\n` : report(folder, sets));
  } finally {
    lock.release();
  }
  return 0;
}

/** The log before the keys: every key was durable before the first event that needs it, so none is missing in the copy. */
async function backUp(settings: Settings, folder: string): Promise<readonly BackupSet[]> {
  const place = logPlace(settings);
  const file = 'file' in place ? place.file : undefined;
  if (file !== undefined && !existsSync(file)) throw new CannotDo(`There is no log in ${settings.dataDir} (DATA_DIR).`);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new CannotDo(`${folder} is not empty. Nothing is overwritten.`);

  const takenAt = now();
  const logSets = file === undefined ? [] : [await copyLogFile(file, { folder, takenAt })];
  return [...logSets, await copyKeys(settings, { folder, takenAt })];
}

interface Taken {
  readonly folder: string;
  readonly takenAt: string;
}

async function copyLogFile(file: string, { folder, takenAt }: Taken): Promise<BackupSet> {
  const log = join(await makeSetFolder(folder, 'log'), 'log.db');
  const facts = await backUpLog(file, log);
  await chmod(log, 0o600);
  return sealSet(folder, ['log.db'], { what: 'log', takenAt, holds: { ...facts } });
}

async function copyKeys(settings: Settings, { folder, takenAt }: Taken): Promise<BackupSet> {
  const keysFolder = await makeSetFolder(folder, 'keys');
  const keys = await backUpKeys(settings.keysDir, keysFolder);
  await chmod(join(keysFolder, 'keys.db'), 0o600);
  const names = ['keys.db', ...(await copyDoorKeys(settings, keysFolder)), ...(await copyMasterKey(settings, keysFolder))];
  return sealSet(folder, names, { what: 'keys', takenAt, holds: { keys } });
}

/** Those that lie beside the key store. Who has named another place for one keeps it there, as the master key. */
async function copyDoorKeys({ keysDir, doorKeyFiles }: Settings, folder: string): Promise<readonly string[]> {
  const copied: string[] = [];
  for (const door of doors) {
    if (dirname(doorKeyFiles[door]) !== keysDir) continue;
    await copyFile(doorKeyFiles[door], doorKeyFilesIn(folder)[door]);
    await chmod(doorKeyFilesIn(folder)[door], 0o600);
    copied.push(`${door}.key`);
  }
  return copied;
}

/** In evaluation the program made the master key itself, and nobody knows that it must be kept. */
async function copyMasterKey({ evaluation, keysDir, masterKeyFile }: Settings, folder: string): Promise<readonly string[]> {
  if (!evaluation || dirname(masterKeyFile) !== keysDir) return [];
  await copyFile(masterKeyFile, join(folder, 'master.key'));
  return ['master.key'];
}

function report(folder: string, sets: readonly BackupSet[]): string {
  const lines = sets.flatMap(({ what, files, holds }) => [
    `  ${what}: ${Object.entries(holds)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
    ...files.map(({ name, bytes, sha256 }) => `    ${name}  ${bytes} bytes  ${sha256}`),
  ]);
  const elsewhere = sets.some(({ what }) => what === 'log') ? [] : ['The log is in EventStoreDB, which has a backup of its own.'];
  return [`Backed up to ${folder}, opened and checked:`, ...lines, ...elsewhere, ''].join('\n');
}
