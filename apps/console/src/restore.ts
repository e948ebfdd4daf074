import { statSync } from 'node:fs';
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkLogFile, openSqliteLog } from '#event-log';
import { doorKeyFilesIn, doors, keyFile, openKeys, putBackKeys, type Door } from '#keys';
import { changeMailHold, holdMail } from '#mailer';
import { eventSchemas, holdData, logFile, openRecords, viewsFolder } from '#node';
import type { Settings } from '#settings';
import { ownFolder } from '#sqlite';
import { openSet, setFolder, type BackupSet } from './backup-set.js';
import { fatal, now, root, settings as readOurs } from './surroundings.js';
import { CannotDo, WrongUse, type Print } from './verb.js';

export const name = 'restore';

export const summary = 'Puts a backup into an empty data folder, and holds the mail';

export const help = `synpunkter restore <folder>

Checks a backup and puts it into DATA_DIR and KEYS_DIR, which must hold no log and no keys. MASTER_KEY_FILE must be the one of that
time. With EVENTSTORE_URL only the keys are put back: restore EventStoreDB first. Views are made anew when the server starts. No mail is sent until \`synpunkter mail release\`: what the backup believes to be
waiting may have been sent after it was taken.

  DATA_DIR=/srv/synpunkter/data synpunkter restore /backup/synpunkter/2026-11-26
`;

export async function run(args: string[], print: Print): Promise<number> {
  const [folder, ...others] = parseArgs({ args, allowPositionals: true }).positionals;
  if (folder === undefined || others.length > 0) throw new WrongUse('Name one folder.');
  const settings = readOurs();
  const backup = resolve(folder);
  const keys = await openSet(backup, 'keys');
  const log = settings.eventStoreUrl === undefined ? await openSet(backup, 'log') : undefined;
  const lock = holdData(settings, 'alone');
  try {
    requireEmpty(settings, keys);
    await orNothing(writtenBy(settings, keys), async () => {
      await restoreKeys(settings, backup, keys);
      await (log ? restoreLog(settings, backup) : holdRestoredMail(settings));
    });
  } finally {
    lock.release();
  }
  const what = log ? `${String(log.holds['events'])} events` : `${String(keys.holds['keys'])} keys; the log is that of EventStoreDB`;
  print(`Restored what was backed up at ${keys.takenAt}: ${what}.\n`);
  print('Mail is held. `synpunkter mail waiting` lists what would go out; `synpunkter mail release` lets it go.\n');
  return 0;
}

function requireEmpty({ dataDir, keysDir, doorKeyFiles, eventStoreUrl }: Settings, keys: BackupSet): void {
  const logs = eventStoreUrl === undefined ? [logFile(dataDir)] : [];
  const doorKeys = doorsIn(keys).map((door) => doorKeyFiles[door]);
  const there = [...logs, viewsFolder(dataDir), keyFile(keysDir), ...doorKeys].filter(holdsSomething);
  if (there.length > 0)
    throw new CannotDo(`Nothing is overwritten, and this is there already:\n${there.map((path) => `  ${path}`).join('\n')}`);
}

/** An emptied file is none: a start that found a log emptied says to restore, and nothing is lost with it. */
function holdsSomething(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.isDirectory() || found.size > 0);
}

/** What a restore writes before it is finished. */
function writtenBy({ dataDir, keysDir, masterKeyFile, doorKeyFiles }: Settings, keys: BackupSet): readonly string[] {
  const databases = [keyFile(keysDir), unfinishedLog(dataDir)].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]);
  const secrets = doorsIn(keys).map((door) => doorKeyFiles[door]);
  return [...databases, ...secrets, ...(bringsMasterKey(masterKeyFile, keys) ? [masterKeyFile] : [])];
}

/** What was written of a restore that failed, as by another master key, would stand in the way of the next one. */
async function orNothing(written: readonly string[], restore: () => Promise<void>): Promise<void> {
  try {
    await restore();
  } catch (error) {
    for (const file of written) await rm(file, { force: true });
    throw error;
  }
}

const unfinishedLog = (dataDir: string): string => `${logFile(dataDir)}.restoring`;

const bringsMasterKey = (masterKeyFile: string, { files }: BackupSet): boolean =>
  !holdsSomething(masterKeyFile) && files.some(({ name }) => name === 'master.key');

async function restoreKeys({ keysDir, masterKeyFile, doorKeyFiles }: Settings, backup: string, set: BackupSet): Promise<void> {
  const from = setFolder(backup, 'keys');
  ownFolder(keysDir);
  if (bringsMasterKey(masterKeyFile, set)) await copySecret(join(from, 'master.key'), masterKeyFile);
  for (const door of doorsIn(set)) await copySecret(doorKeyFilesIn(from)[door], doorKeyFiles[door]);
  await putBackKeys(from, keysDir);
}

/** The doors whose keys were backed up; those of the others are kept elsewhere, by whoever has named a place for them. */
function doorsIn({ files }: BackupSet): readonly Door[] {
  return doors.filter((door) => files.some(({ name }) => name === `${door}.key`));
}

async function copySecret(from: string, to: string): Promise<void> {
  ownFolder(dirname(to));
  await copyFile(from, to);
  await chmod(to, 0o600);
}

/**
 * The log gets its name last, when it says that mail is held: no start in between can send anything. SQLite would replay a journal that
 * another log left behind, so none may be there. At the first start the keys, which remember no log now, remember this one.
 */
async function restoreLog({ dataDir, keysDir, masterKeyFile, doorKeyFiles }: Settings, backup: string): Promise<void> {
  const file = unfinishedLog(dataDir);
  await copyFile(join(setFolder(backup, 'log'), 'log.db'), file);
  checkLogFile(file);
  const keys = openKeys({ folder: keysDir, masterKeyFile, doorKeyFiles, fatal });
  try {
    const log = await openSqliteLog({ file, schemas: eventSchemas(root), keys, fatal });
    await changeMailHold(log, (held) => holdMail('restored', held), now());
    await log.close();
  } finally {
    await keys.close();
  }
  for (const stale of ['-wal', '-shm']) await rm(`${logFile(dataDir)}${stale}`, { force: true });
  await rename(file, logFile(dataDir));
}

/** What the restored EventStoreDB believes to be waiting may have been sent, too. */
async function holdRestoredMail(settings: Settings): Promise<void> {
  const records = await openRecords(settings, { root, fatal });
  try {
    await changeMailHold(records.log, (held) => holdMail('restored', held), now());
  } finally {
    await records.close();
  }
}
