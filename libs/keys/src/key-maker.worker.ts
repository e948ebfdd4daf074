import { parentPort, workerData } from 'node:worker_threads';
import { sqliteCode, transaction, type Database } from '#sqlite';
import { encrypt } from './cipher.js';
import { drawRandom } from './draw-random.js';
import type { Answer, KeyMakerData, Question, SpareKey } from './key-maker.js';
import { openKeyTable } from './key-table.js';

const { file, wrapping } = workerData as KeyMakerData;
const db = openKeyTable(file);
/** For what may be lost. */
const lazily = openKeyTable(file, 'NORMAL');
const insert = db.prepare('INSERT INTO keys (id, wrapped) VALUES (?, ?)');
const assign = lazily.prepare('UPDATE keys SET scope = ? WHERE id = ?');
const note = lazily.prepare('INSERT INTO note VALUES (1, ?) ON CONFLICT DO UPDATE SET said = excluded.said');
const remember = db.prepare('INSERT INTO destroyed (key_id) VALUES (?) ON CONFLICT DO NOTHING');
const remove = db.prepare('DELETE FROM keys WHERE id = ?');
const idsOf = db.prepare('SELECT id FROM keys WHERE scope = ?').pluck();

parentPort?.on('message', ({ number, ask }: Question) => {
  parentPort?.postMessage(answer(number, ask));
});

function answer(number: number, ask: Question['ask']): Answer {
  try {
    if ('make' in ask) return { number, result: make(ask.make) };
    if ('assign' in ask) return { number, result: assignAll(ask.assign) };
    if ('destroy' in ask) return { number, result: destroy(ask.destroy, ask.keyIds) };
    if ('note' in ask) return { number, result: note.run(ask.note).changes };
    if ('discard' in ask) return { number, result: discard(ask.discard) };
    lazily.close();
    db.close();
    return { number, result: 0 };
  } catch (error) {
    return { number, failed: { code: sqliteCode(error) ?? 'UNKNOWN', message: String(error) } };
  }
}

/** Handed out only after the commit: a key is durable before the first event that needs it. */
function make(count: number): SpareKey[] {
  const keys = Array.from({ length: count }, newKey);
  transaction(db, () => {
    for (const { id, secret } of keys) insert.run(id, encrypt(wrapping, secret, id));
  });
  return keys;
}

/** The id is random too, behind the time in milliseconds: so new keys stand side by side in the file, and a batch touches few pages. */
function newKey(): SpareKey {
  const id = Buffer.from(drawRandom(18));
  id.writeUIntBE(Date.now(), 0, 6);
  return { id: id.toString('base64url'), secret: drawRandom(32) };
}

function assignAll(assignments: readonly (readonly [scope: string, keyId: string])[]): number {
  transaction(lazily, () => {
    for (const [scope, keyId] of assignments) assign.run(scope, keyId);
  });
  return assignments.length;
}

function destroy(scope: string, named: readonly string[]): number {
  const ids = transaction(db, () => {
    const all = new Set([...(idsOf.all(scope) as string[]), ...named]);
    for (const id of all) {
      remember.run(id);
      remove.run(id);
    }
    return all;
  });
  emptyWal(db);
  return ids.size;
}

/** Spare keys that nobody took, at a clean end. */
function discard(keyIds: readonly string[]): number {
  transaction(db, () => {
    for (const id of keyIds) remove.run(id);
  });
  return keyIds.length;
}

/** Zeroed in the file, a deleted key still stands in the WAL (measured: 470 of 1000) until the WAL is cut off. */
function emptyWal(from: Database): void {
  const [state] = from.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (state?.busy !== 0) throw new Error('the keys are destroyed, but the WAL could not be emptied while others read; ask again');
}
