import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdData, logFile, startNode } from '#node';
import { readSettings } from '#settings';
import { openDatabase } from '#sqlite';
import { aConsole, aFolder } from '#test/a-console';

const folder = aFolder();
const console = aConsole(join(folder, 'data'));
const until = '2026-11-26T12:00:00Z';
const demo = ['demo', '--cases', '15', '--until', until];

/**
 * All rows of all views. Lanes are numbered as they come up, which differs with the size of the pages, so they are dumped by what they say.
 * When there is dated work next is worked out at need and made from no event.
 */
function dump({ dataDir } = console): Record<string, unknown> {
  const views = join(dataDir, 'views');
  const files = readdirSync(views).filter((file) => file.endsWith('.db'));
  return Object.fromEntries(files.map((file) => [file, dumpFile(join(views, file))]));
}

/** All tables but the checkpoint: how far a view has read past what does not concern it depends on when it was stopped. */
function dumpFile(file: string): Record<string, unknown> {
  const db = openDatabase(file, { synchronous: 'NORMAL' });
  const rows = (sql: string) => db.prepare(sql).raw().all();
  const views = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('checkpoint', 'reckoned_with')`;
  const tables = db.prepare(views).pluck().all() as string[];
  const lanes = 'board, status, kind, secret, triage, offered';
  const dumped = tables.map((table) => {
    if (table === 'lanes') return [table, rows(`SELECT ${lanes}, cases FROM lanes WHERE cases > 0 ORDER BY ${lanes}`)];
    if (table === 'cases') {
      const cases = rows(`SELECT case_id, ${lanes}, due, row FROM cases JOIN lanes USING (lane) ORDER BY case_id`) as string[][];
      return [table, cases.map((row) => [...row.slice(0, -1), JSON.parse(row.at(-1)!) as unknown])];
    }
    if (table === 'promises') return [table, rows(`SELECT case_id, observed, rest FROM promises ORDER BY case_id`)];
    return [table, rows(`SELECT * FROM ${table} ORDER BY 1`)];
  });
  db.close();
  return Object.fromEntries(dumped) as Record<string, unknown>;
}

const root = process.cwd();
const rethrow = (error: unknown): never => {
  throw error;
};

let first: string;

beforeAll(async () => {
  const said = await console.run(...demo);
  expect(said).toMatchObject({ code: 0, err: '' });
  first = said.out
    .split('\n')
    .find((line) => line.includes('RG-'))!
    .trim()
    .slice(0, 17);
});

it('makes the same cases from the same seed, and only in an empty folder', async () => {
  const twin = console.at(join(folder, 'twin'));
  expect((await twin.run(...demo)).out).toContain(first);
  expect(await console.run(...demo)).toMatchObject({ code: 1, err: expect.stringContaining('There is a log') });
});

it('leaves a log that is sound', async () => {
  expect(JSON.parse((await console.run('verify', '--json')).out)).toMatchObject({ file: true, found: 0, findings: [] });
  expect((await console.run('mail', 'waiting')).out).toBe('No mail waits.\n');
});

interface Replayed {
  readonly caseId: string;
  readonly steps: readonly {
    readonly type: string;
    readonly recordedAt: string;
    readonly data: Readonly<Record<string, string>>;
    readonly state: { readonly diaryNumbers: readonly unknown[] };
  }[];
}

const replayed = async (asked: string, ...options: string[]): Promise<Replayed> =>
  JSON.parse((await console.run('replay', asked, ...options, '--json')).out) as Replayed;

it('replays a case by reference, number or id, as far as it is asked to', async () => {
  const whole = await replayed(first);
  const { data, state } = whole.steps.find(({ type }) => type === 'CaseRegistered')!;
  expect(state.diaryNumbers).toContainEqual(data);
  for (const asked of [whole.caseId, data['diaryNumber']!, first.toLowerCase()]) expect(await replayed(asked)).toEqual(whole);
  expect((await replayed(first, '--at', '0')).steps).toEqual(whole.steps.slice(0, 1));
  const { recordedAt, data: received } = whole.steps[0]!;
  const then = whole.steps.filter((step) => step.recordedAt <= recordedAt);
  expect((await replayed(first, '--as-of', recordedAt)).steps).toEqual(then);
  expect((await console.run('replay', first)).out).toContain(received['text']!.split('\n')[0]);
  expect(await console.run('replay', 'RG-0000')).toMatchObject({ code: 1, err: expect.stringContaining('No case') });
});

/** A node at work until it has nothing to do; the first one does the dated work of a year that was played in minutes. */
async function aNodeAtWork(): Promise<void> {
  const { node, stop } = await startNode(readSettings(process.env, root), { root, fatal: rethrow });
  await node.quiet();
  await stop();
}

it('rebuilds every view with the same rows as were made live', async () => {
  await aNodeAtWork();
  const live = dump();
  expect((await console.run('rebuild')).out).toContain('Rebuilt 15 views');
  expect(existsSync(join(console.dataDir, 'views.rebuilding'))).toBe(false);
  const views = Object.entries(live).filter(([file]) => !/^(diary-numbers|recounts|answer-promises|notice-requests)/.test(file));
  expect(dump()).toMatchObject(Object.fromEntries(views));

  // What is owed holds besides what turned out to need nothing; a node finds that out again, and does nothing because of it.
  await aNodeAtWork();
  expect(dump()).toEqual(live);
});

it('stops a rebuild at an event that it does not know, names it, and leaves the views as they were', async () => {
  const sick = console.at(join(folder, 'sick'));
  cpSync(console.dataDir, sick.dataDir, { recursive: true });
  const db = openDatabase(logFile(sick.dataDir), { synchronous: 'FULL' });
  const unknown = `INSERT INTO events (stream, revision, id, type, data, metadata)
    SELECT stream, revision + 1, 'b3b0c9f2-6f1e-8f57-9a2b-1c8d5e7f9a10', 'CaseWasTurnedIntoAPumpkin', '{}', metadata
    FROM events WHERE stream LIKE 'case-%' ORDER BY position DESC LIMIT 1 RETURNING stream`;
  const stream = String(db.prepare(unknown).pluck().get());
  db.close();
  const { code, err } = await sick.run('rebuild');
  expect([code, err]).toEqual([1, expect.stringMatching(`${stream}@\\d+ \\(CaseWasTurnedIntoAPumpkin\\)`)]);
  expect(existsSync(join(sick.dataDir, 'views.rebuilding'))).toBe(false);
  expect(dump(sick)).toEqual(dump(console));
  expect(await sick.run('rebuild', 'outbx')).toMatchObject({ code: 1, err: expect.stringContaining('There is no view outbx') });
});

it('refuses to rebuild, to move and to restore while somebody uses the data', async () => {
  const lock = holdData(console, 'shared');
  for (const args of [['rebuild'], ['move-log', console.dataDir, join(folder, 'moved')]])
    expect(await console.run(...args)).toMatchObject({ code: 1, err: expect.stringContaining('is in use') });
  lock.release();
});

it('moves the log to another folder and back', async () => {
  const moved = join(folder, 'elsewhere');
  expect((await console.run('move-log', console.dataDir, moved)).out).toContain('they are the same');
  expect(await console.run('move-log', moved, console.dataDir)).toMatchObject({ code: 0 });
  expect(await console.run('move-log', join(folder, 'twin'), console.dataDir)).toMatchObject({
    code: 1,
    err: 'the target holds another log\n',
  });
});

describe('a backup', () => {
  const backup = join(folder, 'backup');
  const restored = console.at(join(folder, 'restored'));

  it('is checked, and overwrites nothing', async () => {
    const [log, keys] = JSON.parse((await console.run('backup', backup, '--json')).out);
    expect([log.what, keys.what]).toEqual(['log', 'keys']);
    expect(log.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(join(backup, 'log')).sort()).toEqual(['log.db', 'manifest.json']);
    expect(await console.run('backup', backup)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') });
  });

  it('is restored into an empty folder only, with the mail held until a person releases it', async () => {
    expect(await console.run('restore', backup)).toMatchObject({ code: 1, err: expect.stringContaining('Nothing is overwritten') });
    expect((await restored.run('restore', backup)).out).toContain('Mail is held');
    expect((await restored.run('mail', 'hold')).out).toContain('already');
    expect((await restored.run('verify')).out).toContain('Sound');
    expect(JSON.parse((await restored.run('replay', first, '--json')).out)).toEqual(
      JSON.parse((await console.run('replay', first, '--json')).out),
    );
    expect((await restored.run('mail', 'release')).out).toContain('Released');
    expect((await restored.run('mail', 'release')).out).toContain('was not held');
  });

  it('is restored where log and keys were emptied, which `verify` calls empty and no start takes for a new one', async () => {
    const emptied = console.at(join(folder, 'emptied'));
    mkdirSync(join(emptied.dataDir, 'keys'), { recursive: true });
    const keyFiles = ['keys.db', 'master.key', 'session.key'].map((name) => join(emptied.dataDir, 'keys', name));
    for (const file of [logFile(emptied.dataDir), ...keyFiles]) writeFileSync(file, '');
    expect(await emptied.run('verify')).toMatchObject({ code: 1, err: expect.stringContaining('is empty') });
    expect(await emptied.run('restore', backup)).toMatchObject({ code: 0, err: '' });
    expect(await emptied.run('verify')).toMatchObject({ code: 0, out: expect.stringContaining('Sound') });
  });

  it('is restored after a try with another master key, which leaves nothing in its way', async () => {
    const target = console.at(join(folder, 'tried'));
    const masterKey = join(target.dataDir, 'keys', 'master.key');
    mkdirSync(join(target.dataDir, 'keys'), { recursive: true });
    writeFileSync(masterKey, 'f'.repeat(64), { mode: 0o600 });
    expect(await target.run('restore', backup)).toMatchObject({ code: 1, err: expect.stringContaining('another master key') });
    expect(readFileSync(masterKey, 'utf8')).toBe('f'.repeat(64));
    rmSync(masterKey);
    expect(await target.run('restore', backup)).toMatchObject({ code: 0, err: '' });
  });

  it('is refused if it was changed or is not finished', async () => {
    const spoilt = join(folder, 'spoilt');
    cpSync(backup, spoilt, { recursive: true });
    writeFileSync(join(spoilt, 'log', 'log.db'), 'x', { flag: 'a' });
    const target = console.at(join(folder, 'never'));
    expect(await target.run('restore', spoilt)).toMatchObject({ code: 1, err: expect.stringContaining('is not what was backed up') });
    expect(await target.run('restore', folder)).toMatchObject({ code: 1, err: expect.stringContaining('no finished backup') });
    expect(existsSync(logFile(target.dataDir))).toBe(false);
  });
});
