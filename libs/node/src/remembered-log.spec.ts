import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyLog } from '#event-log';
import { doors } from '#keys';
import { readSettings, type Settings } from '#settings';
import { caseReceived } from '#test/case-events';
import { CannotStart, openRecords, type Records } from './index.js';

const place = mkdtempSync(join(tmpdir(), 'synpunkter-memory-'));
afterAll(() => rmSync(place, { recursive: true }));

const root = process.cwd();
const settingsOf = (name: string): Settings => readSettings({ DATA_DIR: join(place, name), EVALUATION: 'yes' }, root);
const open = (name: string, more: { acceptOlderLog?: boolean } = {}): Promise<Records> => {
  mkdirSync(join(place, name), { recursive: true });
  return openRecords(settingsOf(name), { root, fatal: rethrow, ...more });
};
const rethrow = (error: unknown): never => {
  throw error;
};

async function append({ log }: Records): Promise<void> {
  const caseId = randomUUID();
  const context = { actor: 'submitter', commandId: caseId, correlationId: caseId, recordedAt: new Date().toISOString() };
  await log.append(`case-${caseId}`, 'no-stream', [caseReceived({ caseId })], context);
}

/** By another process: to close a file that SQLite has open drops its locks. */
function copy(from: string, to: string, ...names: string[]): void {
  for (const name of names.flatMap((one) => [one, `${one}-wal`]).filter((one) => existsSync(join(place, from, one)))) {
    mkdirSync(join(place, to, name, '..'), { recursive: true });
    execFileSync('cp', [join(place, from, name), join(place, to, name)]);
  }
}

const keys = ['keys/keys.db', ...['master', ...doors].map((name) => `keys/${name}.key`)];
const log = 'log.db';

describe('what is remembered of the log', () => {
  let records: Records;
  let working = true;
  let work: Promise<void>;

  beforeAll(async () => {
    records = await open('work');
    await append(records);
    work = (async () => {
      while (working) await append(records);
    })();
  });
  afterAll(async () => {
    working = false;
    await work;
    await records.close();
  });

  it('makes no good log look cut, whenever the power goes: what stands with the keys is never ahead', async () => {
    copy('work', 'first', ...keys);
    for (let cut = 0; cut < 12; cut++) {
      copy('work', `cut-${cut}`, ...keys);
      if (cut % 3 > 0) run(cut % 3 === 1 ? forget : goBack, `cut-${cut}`);
      copy('work', `cut-${cut}`, log);
      const opened = await open(`cut-${cut}`);
      expect(opened.log.id).toBe(records.log.id);
      await append(opened);
      await opened.close();
    }
  });

  it('is behind by so little that a log is found to be cut which lacks what came in during a tenth of a second', async () => {
    copy('work', 'lost', log);
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (let more = 0; more < 5; more++) await append(records);
    await new Promise((resolve) => setTimeout(resolve, 100));
    copy('work', 'lost', ...keys);
    await expect(open('lost')).rejects.toThrow(CannotStart);
    const accepted = await open('lost', { acceptOlderLog: true });
    expect(accepted.memory.accepted).toBe(true);
    await accepted.close();
    await (await open('lost')).close();
  });

  it('is adopted where an older program remembered nothing', async () => {
    copy('work', 'older', ...keys, log);
    const before = await open('older');
    await before.close();
    run(forgetForm, 'older');
    const adopted = await open('older');
    await adopted.close();
    const again = await open('older');
    expect(again.memory.recall()).toMatchObject({ logId: records.log.id });
    await again.close();
  });

  it('follows the log into another store: it names the event by its stream', async () => {
    copy('work', 'moved', ...keys, log);
    copy('moved', 'moved-on', ...keys);
    await copyLog({ file: join(place, 'moved', log) }, { file: join(place, 'moved-on', log) });
    const moved = await open('moved-on');
    expect(moved.log.id).toBe(records.log.id);
    await moved.close();
  });
});

/** By another process as well. */
const run = (sql: string, name: string): void =>
  void execFileSync(process.execPath, ['-e', execute, join(place, name, 'keys/keys.db'), sql]);
const execute = `const db = new (require('better-sqlite3'))(process.argv[1]); db.exec(process.argv[2]); db.close()`;

/** The note is written without a sync: after a power cut there may be none, or an earlier one. */
const forget = 'DELETE FROM note';
const goBack = `ATTACH '${join(place, 'first', 'keys/keys.db')}' AS first; UPDATE note SET said = (SELECT said FROM first.note)`;
/** As in a key store of the form before. */
const forgetForm = 'DROP TABLE note; PRAGMA user_version = 2';
