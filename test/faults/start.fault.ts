import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { startNode, troubleInWords } from '#node';
import { readSettings } from '#settings';
import { openDatabase } from '#sqlite';
import { aWardrobe, count, startOn, type Stage, type Wardrobe } from '#test/a-stage';

jest.setTimeout(300_000);

let past: Wardrobe;
beforeAll(async () => {
  past = await aWardrobe();
});
afterAll(() => past.remove());

const log = ['log.db', 'log.db-wal', 'log.db-shm'];
const keys = ['keys/keys.db', 'keys/keys.db-wal', 'keys/keys.db-shm'];
const views = (stage: Stage): string[] => readdirSync(stage.at('views')).filter((name) => name.endsWith('.db'));
const eachView = (stage: Stage, work: (file: string) => void): void => views(stage).forEach((name) => work(stage.at(`views/${name}`)));
const overwrite = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, at, at + 600);
  writeFileSync(file, bytes);
};
const half = (file: string): void => truncateSync(file, Math.floor(statSync(file).size / 8_192) * 4_096);
const form = (file: string, version: number): void => {
  const db = openDatabase(file, { synchronous: 'FULL' });
  db.pragma(`user_version = ${version}`);
  db.close();
};

type Row = readonly [state: string, from: 'today' | 'killed', done: (stage: Stage) => void];

interface Tried {
  /** Why it did not start, as it is told to a person. */
  readonly said: string | undefined;
  /** Cases on the staff's list. */
  readonly listed?: number;
}

/** Starts a node on it as the server does, before it listens. */
async function tryToStart(
  data: string,
  { acceptOlderLog = false, ...variables }: { acceptOlderLog?: boolean; KEYS_DIR?: string } = {},
): Promise<Tried> {
  const settings = readSettings({ DATA_DIR: data, EVALUATION: 'yes', ...variables }, root);
  try {
    const { node, stop } = await startNode(settings, { root, fatal: rethrow, acceptOlderLog });
    const listed = node.inbox.db.prepare('SELECT count(*) FROM cases').pluck().get() as number;
    await stop();
    return { said: undefined, listed };
  } catch (error) {
    const said = troubleInWords(error);
    if (said === undefined) throw error;
    return { said };
  }
}

const root = process.cwd();
const rethrow = (error: unknown): never => {
  throw error;
};

describe('a start goes on without a question', () => {
  it.each<Row>([
    ['where everything is as it was left', 'today', () => undefined],
    ['after a kill', 'killed', () => undefined],
    ['where the views are missing', 'today', (stage) => stage.remove('views')],
    ['where one view is missing', 'today', (stage) => stage.remove(`views/${views(stage)[0]}`)],
    ['where the views are those of yesterday', 'today', (stage) => stage.put(past.yesterday, 'views')],
    ['where the views are empty files', 'today', (stage) => eachView(stage, (file) => truncateSync(file, 0))],
    ['where the views are half written', 'today', (stage) => eachView(stage, half)],
    ['where the views are damaged at the head', 'today', (stage) => eachView(stage, (file) => overwrite(file, 0))],
    ['where the views are damaged in the middle', 'today', (stage) => eachView(stage, (file) => overwrite(file, 4_096))],
    ['where the views are no databases', 'today', (stage) => eachView(stage, (file) => writeFileSync(file, 'x'.repeat(9_000)))],
    ['where the views are those of another program', 'today', (stage) => eachView(stage, anotherProgram)],
    ['where the views have a newer form', 'today', (stage) => eachView(stage, (file) => form(file, 99))],
    ['where the views are read-only', 'today', (stage) => eachView(stage, (file) => chmodSync(file, 0o400))],
    ['where folders stand in the place of views', 'today', (stage) => eachView(stage, folderInstead)],
    ['after a kill, with half of the views', 'killed', (stage) => eachView(stage, half)],
  ])('%s', async (_, from, done) => {
    const { data } = past.stage(from, done);
    expect(await tryToStart(data)).toEqual({ said: undefined, listed: count(data, 'CaseReceived') });
  });

  it('where there is nothing yet', async () => {
    expect(await tryToStart(past.stage('today', (stage) => stage.remove('.')).data)).toEqual({ said: undefined, listed: 0 });
  });
});

const missing = /is missing or empty/;
const older = /older than the keys .* or was cut: it does not hold \S+@\d+, recorded at 20/;
const another = /of another installation/;

describe('a start asks, changes nothing and names the way on,', () => {
  it.each<readonly [...Row, said: RegExp]>([
    ['where the log is missing', 'today', (stage) => stage.remove(...log), missing],
    ['where the log was emptied', 'today', (stage) => truncateSync(stage.at('log.db'), 0), missing],
    ['where the journal of the log is gone', 'killed', (stage) => stage.remove('log.db-wal', 'log.db-shm'), older],
    ['where the journal is of another time', 'killed', (stage) => stage.put(past.killedBefore, 'log.db-wal'), older],
    ['where the log is that of yesterday', 'today', (stage) => stage.put(past.yesterday, ...log), older],
    ['where log and keys are those of yesterday', 'today', (stage) => stage.put(past.yesterday, ...log, ...keys), /than the views/],
    ['where the log is of another installation', 'today', (stage) => stage.put(past.another, ...log), another],
    ['where log and keys are of another one', 'today', (stage) => stage.put(past.another, ...log, 'keys'), /show another log/],
    ['where the keys are missing', 'today', (stage) => stage.remove(...keys), /there are no keys/],
    ['where the folder of the keys is missing', 'today', (stage) => stage.remove('keys'), /there are no keys/],
    ['where the keys are of another installation', 'today', (stage) => stage.put(past.another, 'keys'), another],
    ['where the keys are those of yesterday', 'today', (stage) => stage.put(past.yesterday, ...keys), /sealed with other keys/],
    ['where there are only views', 'today', (stage) => stage.remove(...log, 'keys'), missing],
    ['where there are only keys', 'today', (stage) => stage.remove(...log, 'views'), missing],
  ])('%s', async (_, from, done, said) => {
    const stage = past.stage(from, done);
    const before = stage.print();
    const { said: told } = await tryToStart(stage.data);
    expect(told).toMatch(said);
    expect(told).toMatch(/synpunkter restore.*npm start -- --accept-older-log/);
    expect(stage.print()).toBe(before);

    const accepted = await tryToStart(stage.data, { acceptOlderLog: true });
    expect(accepted).toEqual({ said: undefined, listed: count(stage.data, 'CaseReceived') });
    expect(count(stage.data, 'MailHeld')).toBe(1);
    expect(await tryToStart(stage.data)).toEqual(accepted);
  });
});

describe('a start is refused, whoever asks for it,', () => {
  it.each<readonly [...Row, said: RegExp]>([
    ['where the log is damaged at its head', 'today', (stage) => overwrite(stage.at('log.db'), 0), /log\.db is damaged/],
    ['where half of the log is there', 'today', (stage) => half(stage.at('log.db')), /log\.db is damaged/],
    ['where the log has a newer form', 'today', (stage) => form(stage.at('log.db'), 99), /log\.db was written by a newer version/],
    ['where the keys are damaged', 'today', (stage) => overwrite(stage.at('keys/keys.db'), 0), /keys\.db is damaged/],
    ['where the keys have a newer form', 'today', (stage) => form(stage.at('keys/keys.db'), 99), /keys\.db was written by a newer/],
    ['where the master key is missing', 'today', (stage) => stage.remove('keys/master.key'), /master key/],
    ['where the master key is another', 'today', (stage) => stage.put(past.another, 'keys/master.key'), /another master key/],
    ['where others may read the master key', 'today', (stage) => chmodSync(stage.at('keys/master.key'), 0o644), /read by others/],
    ['where a file stands in the place of the folder', 'today', fileInstead, /there is a file of that name/],
  ])('%s', async (_, from, done, said) => {
    const stage = past.stage(from, done);
    const before = stage.print();
    for (const acceptOlderLog of [false, true]) expect((await tryToStart(stage.data, { acceptOlderLog })).said).toMatch(said);
    expect(stage.print()).toBe(before);
  });

  it('where KEYS_DIR names an empty place', async () => {
    const stage = past.stage('today', () => undefined);
    expect((await tryToStart(stage.data, { KEYS_DIR: stage.at('elsewhere') })).said).toContain('there are no keys');
  });
});

describe('the server', () => {
  const ended = async (data: string, ...args: string[]) => {
    const { program } = await startOn(data, args);
    const code = await program.ended();
    return { code, said: program.output.trim().split('\n') };
  };

  it('says what it asks in one line, ends with 1 and listens to nobody; with --accept-older-log it goes on', async () => {
    const stage = past.stage('today', (here) => here.put(past.yesterday, ...log));
    expect(await ended(stage.data)).toEqual({ code: 1, said: [expect.stringMatching(older)] });
    const { program } = await startOn(stage.data, ['--accept-older-log']);
    expect(program.running).toBe(true);
    await program.end('SIGTERM');
    expect(count(stage.data, 'MailHeld')).toBe(1);
  });

  it('takes no other argument', async () => {
    expect(await ended(past.today, '--accept')).toMatchObject({ code: 2 });
  });
});

describe('what a server keeps', () => {
  it('is its owner’s alone, whatever stood there', async () => {
    const open = (stage: Stage): void => {
      const all = readdirSync(stage.data, { recursive: true, withFileTypes: true });
      for (const entry of all)
        if (!entry.name.endsWith('.key')) chmodSync(join(entry.parentPath, entry.name), entry.isFile() ? 0o644 : 0o755);
      chmodSync(stage.data, 0o755);
    };
    const stage = past.stage('killed', open);
    const { program } = await startOn(stage.data);
    const modes = () =>
      ['.', ...(readdirSync(stage.data, { recursive: true }) as string[])].map(
        (name) => [name, statSync(stage.at(name)).mode & 0o777] as const,
      );
    expect(program.running).toBe(true);
    expect(modes().filter(([, mode]) => (mode & 0o077) !== 0)).toEqual([]);
    await program.end('SIGTERM');
    expect(modes().filter(([, mode]) => (mode & 0o077) !== 0)).toEqual([]);
  });
});

function anotherProgram(file: string): void {
  rmSync(file);
  const db = openDatabase(file, { synchronous: 'NORMAL' });
  db.exec('CREATE TABLE checkpoint (somewhere TEXT) STRICT; CREATE TABLE cases (a TEXT) STRICT; PRAGMA user_version = 3');
  db.close();
}

function folderInstead(file: string): void {
  rmSync(file);
  mkdirSync(join(file, 'in-it'), { recursive: true });
}

function fileInstead(stage: Stage): void {
  cpSync(stage.data, `${stage.data}-away`, { recursive: true });
  rmSync(stage.data, { recursive: true });
  writeFileSync(stage.data, '');
}
