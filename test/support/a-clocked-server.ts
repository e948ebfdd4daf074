import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNode, type StartedNode } from '#node';
import { readSettings } from '#settings';
import { serve } from '../../apps/server/src/start/serve.js';
import { freePort } from './free-port.js';

/** The program in this process, with a clock on the wall that a test turns; the clock that only runs forward is the machine's. */
export interface AClockedServer extends Pick<StartedNode, 'node' | 'mailbox'> {
  readonly address: string;
  readonly dataFolder: string;
  /** Turns the clock to an instant (ISO 8601). */
  turn(to: string): void;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
}

/**
 * Starts an evaluation of an organisation.
 * @param at what the clock says first, as ISO 8601 in UTC
 */
export async function aClockedServer(organisation: string, at: string): Promise<AClockedServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'synpunkter-'));
  const port = await freePort();
  const root = process.cwd();
  const variables = { PORT: String(port), DATA_DIR: dataFolder, EVALUATION: 'yes', RATE_LIMITS: 'off', LOG_LEVEL: 'silent' };
  const settings = readSettings({ ...variables, ORGANISATION: organisation }, root);
  let now = at;
  const fatal = (error: unknown): never => {
    throw error;
  };
  const started = await startNode(settings, { root, fatal, now: () => now });
  const app = await serve(started, settings, root);
  return {
    address: `http://127.0.0.1:${port}`,
    dataFolder,
    node: started.node,
    mailbox: started.mailbox,
    turn: (to) => void (now = to),
    async remove() {
      await app.close();
      await started.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
