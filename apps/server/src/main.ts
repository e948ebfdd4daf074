import 'reflect-metadata';
import { join } from 'node:path';
import { DataInUse } from '#node';
import { BadSettings, readSettings } from '#settings';
import { startServer } from './start/start-server.js';

const root = join(import.meta.dirname, '../../../..');

/** The log or the keys failed in a way that nobody can judge from here: end at once and let the start find out what is there. */
function fatal(error: unknown): never {
  process.stderr.write(`${JSON.stringify({ level: 60, msg: 'ends', kind: error instanceof Error ? error.name : typeof error })}\n`);
  process.exit(70);
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
  process.stderr.write(
    `${error instanceof BadSettings || error instanceof DataInUse ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
