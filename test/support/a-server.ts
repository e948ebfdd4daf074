import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram, type AProgram } from './a-program.js';
import { freePort } from './free-port.js';

type Variables = Readonly<Record<string, string>>;

export interface ServerSettings {
  /** The port of the relay. Without one, mail stays in the mailbox inside the program. */
  readonly relay?: number | undefined;
  /** Where its data are. Default: a folder of its own, deleted with the server. */
  readonly dataFolder?: string | undefined;
  /** More variables of its environment. */
  readonly environment?: Variables;
  /** Another program to be started in its place. */
  readonly program?: string;
  /** It is killed again and again; see `startProgram`. */
  readonly shortLived?: boolean;
}

/** The real program, as a process of its own that can be stopped, killed and started again on the same data and port. */
export interface AServer {
  readonly address: string;
  readonly dataFolder: string;
  /** Everything that all its processes have written. */
  readonly output: string;
  readonly running: boolean;
  /** Starts it and resolves when it listens. */
  start(...args: readonly string[]): Promise<void>;
  /** Asks it to stop, and resolves when it has. */
  stop(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** Resolves when it has ended by itself. */
  ended(): Promise<number | NodeJS.Signals>;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
}

export const serverProgram = join(process.cwd(), 'dist/apps/server/src/main.js');

/** Prepares a server in evaluation; `start` starts it. */
export async function aServer(settings: ServerSettings = {}): Promise<AServer> {
  const { relay, dataFolder, environment = {}, program = serverProgram, shortLived = false } = settings;
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'synpunkter-'));
  const port = await freePort();
  const variables: Variables = {
    PORT: String(port),
    DATA_DIR: folder,
    EVALUATION: 'yes',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'info',
    ...(relay !== undefined && { SMTP_URL: `smtp://127.0.0.1:${relay}` }),
    ...environment,
  };
  let earlier = '';
  let process: AProgram | undefined;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await process?.end(signal);
    earlier += process?.output ?? '';
    process = undefined;
  };

  return {
    address: `http://127.0.0.1:${port}`,
    dataFolder: folder,
    get output() {
      return earlier + (process?.output ?? '');
    },
    get running() {
      return process?.running ?? false;
    },
    async start(...args) {
      process = startProgram(program, { args, environment: variables, shortLived });
      await process.says(/listens on/);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    ended: () => process?.ended() ?? Promise.resolve(0),
    async remove() {
      await end('SIGKILL');
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
