import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyTo, migrate, openDatabase, sqliteCode, transaction } from './index.js';
import { isOlder } from './refuse-old-sqlite.js';

const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
let number = 0;
const newFile = (): string => join(folder, `${(number += 1)}.db`);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a database that was opened', () => {
  test('keeps FULL after the first reads and writes', () => {
    const db = openDatabase(newFile(), { synchronous: 'FULL' });
    db.exec('CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)');
    db.prepare('SELECT * FROM t').all();
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  test('keeps FULL when the file exists with a WAL, where better-sqlite3 alone falls to NORMAL', () => {
    const file = newFile();
    const first = openDatabase(file, { synchronous: 'NORMAL' });
    first.exec('CREATE TABLE t (a INTEGER) STRICT');
    const second = openDatabase(file, { synchronous: 'FULL' });
    second.exec('INSERT INTO t VALUES (1)');
    expect([first, second].map((db) => db.pragma('synchronous', { simple: true }))).toEqual([1, 2]);
    first.close();
    second.close();
  });

  test('is in WAL mode', () => {
    const db = openDatabase(newFile(), { synchronous: 'FULL' });
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    db.close();
  });

  test('is not made when it is to be read only', () => {
    expect(() => openDatabase(newFile(), { synchronous: 'FULL', readonly: true })).toThrow('cannot be opened');
  });

  test('does not write when it is to be read only', () => {
    const file = newFile();
    openDatabase(file, { synchronous: 'FULL' }).close();
    const db = openDatabase(file, { synchronous: 'FULL', readonly: true });
    expect(() => db.exec('CREATE TABLE t (a INTEGER) STRICT')).toThrow('readonly');
    db.close();
  });
});

test.each([
  ['3.40.1', true],
  ['3.51.2', true],
  ['3.51.3', false],
  ['3.53.0', false],
  ['4.0.0', false],
])('SQLite %s is too old: %s', (version, old) => expect(isOlder(version)).toBe(old));

describe('a transaction', () => {
  test('leaves nothing when the work fails', () => {
    const db = openDatabase(newFile(), { synchronous: 'NORMAL' });
    db.exec('CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT');
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    const twice = (): unknown =>
      transaction(db, () => {
        insert.run(1);
        insert.run(1);
      });
    expect(twice).toThrow('UNIQUE');
    expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0);
    db.close();
  });

  test('on a full disk fails with SQLITE_FULL, and the next one works', () => {
    const db = openDatabase(newFile(), { synchronous: 'NORMAL' });
    db.exec('CREATE TABLE t (a BLOB) STRICT');
    db.pragma('max_page_count = 10');
    const write = (bytes: number) => (): unknown => transaction(db, () => db.prepare('INSERT INTO t VALUES (zeroblob(?))').run(bytes));
    expect(codeOf(write(1_000_000))).toBe('SQLITE_FULL');
    expect(write(10)).not.toThrow();
    db.close();
  });
});

describe('migrations', () => {
  test('run once, in order, and go on where they stopped', () => {
    const db = openDatabase(newFile(), { synchronous: 'NORMAL' });
    const first = 'CREATE TABLE a (x INTEGER) STRICT';
    migrate(db, [first]);
    migrate(db, [first, 'ALTER TABLE a RENAME TO b; INSERT INTO b VALUES (7)']);
    migrate(db, [first, 'ALTER TABLE a RENAME TO b; INSERT INTO b VALUES (7)']);
    expect(db.prepare('SELECT x FROM b').pluck().all()).toEqual([7]);
    db.close();
  });

  test('refuse the file of a newer program', () => {
    const db = openDatabase(newFile(), { synchronous: 'NORMAL' });
    migrate(db, ['CREATE TABLE a (x INTEGER) STRICT', 'CREATE TABLE b (x INTEGER) STRICT']);
    expect(() => migrate(db, ['CREATE TABLE a (x INTEGER) STRICT'])).toThrow('has form 2; this program knows forms up to 1');
    db.close();
  });
});

describe('a copy', () => {
  test('holds what was committed while the original is open', async () => {
    const db = openDatabase(newFile(), { synchronous: 'FULL' });
    db.exec('CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)');
    const target = newFile();
    await copyTo(db, target);
    const copy = openDatabase(target, { synchronous: 'FULL', readonly: true });
    expect(copy.prepare('SELECT a FROM t').pluck().all()).toEqual([1]);
    copy.close();
    db.close();
  });

  test('never overwrites', async () => {
    const db = openDatabase(newFile(), { synchronous: 'FULL' });
    await expect(copyTo(db, db.name)).rejects.toThrow('exists already');
    db.close();
  });
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return sqliteCode(error);
  }
}
