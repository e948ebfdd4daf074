import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#sqlite';
import { startProgram, type AProgram } from './a-program.js';
import { serverProgram } from './a-server.js';
import { anApi } from './an-api.js';
import { aSynpunkt, created } from './an-authority.js';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

/** A server that was started on a folder; it listens, or it has ended. */
export interface Started {
  readonly program: AProgram;
  readonly address: string;
}

/** @param args of the server's command line */
export async function startOn(data: string, args: readonly string[] = []): Promise<Started> {
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: data, EVALUATION: 'yes', RATE_LIMITS: 'off', LOG_LEVEL: 'error' };
  const program = startProgram(serverProgram, { args, environment: settings, shortLived: true });
  await Promise.race([program.says(/listens on/).catch(() => undefined), program.ended()]);
  return { program, address: `http://127.0.0.1:${port}` };
}

/** Data folders as they were at several times, from which stages are set up on which something has happened. */
export interface Wardrobe {
  /** Two days of work, ended in good order, and the same after the first of them. */
  readonly today: string;
  readonly yesterday: string;
  /** Work that ended with `kill -9`, so that a journal is left, and the same as it was one kill earlier. */
  readonly killed: string;
  readonly killedBefore: string;
  /** Of another installation. */
  readonly another: string;
  /** A copy of one of them, in which something is then done. */
  stage(from: 'today' | 'killed', done: (stage: Stage) => void): Stage;
  remove(): void;
}

export interface Stage {
  readonly data: string;
  at(name: string): string;
  remove(...names: string[]): void;
  /** Puts files or folders of another time in the place of those that are here. */
  put(from: string, ...names: string[]): void;
  /** What stands in the log. */
  print(): string;
}

export async function aWardrobe(): Promise<Wardrobe> {
  const place = mkdtempSync(join(tmpdir(), 'synpunkter-start-'));
  const folder = (name: string): string => join(place, name);
  const copy = (from: string, to: string): void => cpSync(folder(from), folder(to), { recursive: true });
  await work(folder('today'), 'SIGTERM');
  copy('today', 'yesterday');
  await work(folder('today'), 'SIGTERM');
  copy('today', 'killed');
  await work(folder('killed'), 'SIGKILL');
  copy('killed', 'killed-before');
  await work(folder('killed'), 'SIGKILL');
  await work(folder('another'), 'SIGTERM');
  let stages = 0;
  return {
    today: folder('today'),
    yesterday: folder('yesterday'),
    killed: folder('killed'),
    killedBefore: folder('killed-before'),
    another: folder('another'),
    stage(from, done) {
      const name = `stage-${(stages += 1)}`;
      copy(from, name);
      const stage = stageIn(folder(name));
      done(stage);
      return stage;
    },
    remove: () => rmSync(place, { recursive: true }),
  };
}

/** Somebody sends in, the case is registered, and the server ends. */
async function work(data: string, end: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const { program, address } = await startOn(data);
  created(await anApi({ address }).post('/submissions', { ...aSynpunkt, contact: { email: 'ett@example.se' } }));
  await eventually(() => Promise.resolve(count(data, 'CaseReceived') === count(data, 'CaseRegistered')));
  await program.end(end);
}

/** How many events of a type a log holds. */
export function count(data: string, type: string): number {
  const db = openDatabase(join(data, 'log.db'), { synchronous: 'FULL', readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM events WHERE type = ?').pluck().get(type) as number;
  } finally {
    db.close();
  }
}

function stageIn(data: string): Stage {
  const at = (name: string): string => join(data, name);
  const remove = (...names: string[]): void => names.forEach((name) => rmSync(at(name), { recursive: true, force: true }));
  return {
    data,
    at,
    remove,
    put(from, ...names) {
      remove(...names);
      for (const name of names) if (existsSync(join(from, name))) cpSync(join(from, name), at(name), { recursive: true });
    },
    print: () => printOf(at('log.db')),
  };
}

/** Its bytes change also when a journal is put into it; where it can be read, it is what it says. */
function printOf(file: string): string {
  if (!existsSync(file)) return 'missing';
  const bytes = (): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  if (statSync(file).size === 0) return bytes();
  try {
    const db = openDatabase(file, { synchronous: 'FULL', readonly: true });
    const rows = db.prepare('SELECT * FROM events ORDER BY position').all();
    db.close();
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  } catch {
    return bytes();
  }
}
