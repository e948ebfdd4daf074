import 'reflect-metadata';
import { join } from 'node:path';
import { LogUnavailable } from '#event-log';
import { DataInUse } from '#node';
import { BadSettings, readSettings } from '#settings';
import { startServer } from './start/start-server.js';

const root = join(import.meta.dirname, '../../../..');

/** The log or the keys failed in a way that nobody can judge from here: end at once and let the start find out what is there. */
function fatal(error: unknown): never {
  process.stderr.write(`${JSON.stringify({ level: 60, msg: 'ends', kind: error instanceof Error ? error.name : typeof error })}\n`);
  process.exit(70);
}

/** What somebody can mend is said in a sentence; of anything else, where it happened. */
function whyNot(error: unknown): string {
  if (error instanceof BadSettings || error instanceof DataInUse) return error.message;
  if (error instanceof LogUnavailable) return `The event log cannot be opened (${error.message}). Check the disk.`;
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}

try {
  const settings = readSettings(process.env, root);
  const server = await startServer(settings, root, fatal);
  process.stdout.write(`Synpunkter listens on ${server.address}\n`);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void server.stop().then(() => process.exit(0), fatal);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${whyNot(error)}\n`);
  process.exit(1);
}
