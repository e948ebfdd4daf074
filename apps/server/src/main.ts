import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { troubleInWords } from '#node';
import { readSettings } from '#settings';
import { startServer } from './start/start-server.js';

const root = join(import.meta.dirname, '../../../..');

/** The log or the keys failed in a way that nobody can judge from here: end at once and let the start find out what is there. */
function fatal(error: unknown): never {
  const kind = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`${JSON.stringify({ level: 60, msg: 'ends', kind, why: troubleInWords(error) })}\n`);
  process.exit(70);
}

/** In a sentence what somebody can mend; of a fault of ours what it is, and the first place of those it came through. */
function whyNot(error: unknown): string {
  const where = error instanceof Error ? /\((.+:\d+:\d+)\)/.exec(error.stack ?? '')?.[1] : undefined;
  return troubleInWords(error) ?? `The program cannot start, and the fault is its own: ${String(error)}, ${where ?? 'somewhere'}.`;
}

/** What is said at one start and never stands in the settings: it must not hold for the next start too. */
function readArguments(): { readonly acceptOlderLog: boolean } {
  try {
    const { values } = parseArgs({ options: { 'accept-older-log': { type: 'boolean', default: false } } });
    return { acceptOlderLog: values['accept-older-log'] };
  } catch {
    process.stderr.write('The server takes one argument, --accept-older-log, and its settings from the environment.\n');
    process.exit(2);
  }
}

process.umask(0o077); // what it makes is its owner's alone

try {
  const settings = readSettings(process.env, root);
  const server = await startServer(settings, { root, fatal, ...readArguments() });
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
