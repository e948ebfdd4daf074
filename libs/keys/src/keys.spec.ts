import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys, SealBroken, shredded, UnknownKey, WrongMasterKey, type Keys } from './index.js';

let root: string;
let opened: Keys[] = [];
const open = (more: { folder?: string; masterKeyFile?: string; create?: boolean } = {}): Keys => {
  const keys = openKeys({ folder: join(root, 'keys'), masterKeyFile: join(root, 'master.key'), create: true, ...more });
  opened.push(keys);
  return keys;
};
const seal = (keys: Keys, plain: string, scope = 'case-1/content', place = 'here') => keys.reserve(1, () => keys.seal(plain, scope, place));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(async () => {
  await Promise.all(opened.map((keys) => keys.close()));
  opened = [];
  rmSync(root, { recursive: true });
});

describe('what was sealed', () => {
  test.each(['', 'Nej', 'å 🚌', 'x'.repeat(10_000)])('opens again: %.20s', async (plain) => {
    const keys = open();
    expect(keys.open(await seal(keys, plain))).toBe(plain);
  });

  test('does not tell a yes from a no by its length', async () => {
    const keys = open();
    const [yes, no] = await Promise.all([seal(keys, 'Ja'), seal(keys, 'Nej, absolut inte under några omständigheter')]);
    expect(yes.sealed).toHaveLength(no.sealed.length);
  });

  test('looks different each time', async () => {
    const keys = open();
    const [one, other] = await Promise.all([seal(keys, 'Ja'), seal(keys, 'Ja')]);
    expect(one.sealed).not.toBe(other.sealed);
  });

  test('does not open at another place', async () => {
    const keys = open();
    const { sealed } = await seal(keys, 'Ja');
    expect(() => keys.open({ sealed, place: 'there' })).toThrow(SealBroken);
  });

  test('does not open when a sign was changed', async () => {
    const keys = open();
    const { sealed, place } = await seal(keys, 'Ja');
    const changed = sealed.slice(0, -2) + (sealed.at(-2) === 'A' ? 'B' : 'A') + sealed.slice(-1);
    expect(() => keys.open({ sealed: changed, place })).toThrow(SealBroken);
  });

  test.each(['', 'v1', 'v1.a', 'v2.a.b', 'v1.a.b.c', 'Ja'])('is not %j', (sealed) => {
    expect(() => open().open({ sealed, place: 'here' })).toThrow(SealBroken);
  });

  test('opens after a restart', async () => {
    const sealed = await seal(open(), 'Ja');
    expect(open().open(sealed)).toBe('Ja');
  });

  test('does not open with the keys of another store', async () => {
    const sealed = await seal(open(), 'Ja');
    expect(() => open({ folder: join(root, 'other') }).open(sealed)).toThrow(UnknownKey);
  });
});

describe('a scope', () => {
  const keyId = ({ sealed }: { sealed: string }): string | undefined => sealed.split('.')[1];

  test('has one key, and another scope another', async () => {
    const keys = open();
    const [one, same, other] = await Promise.all([seal(keys, 'a'), seal(keys, 'b'), seal(keys, 'c', 'case-2/content')]);
    expect(keyId(one)).toBe(keyId(same));
    expect(keyId(one)).not.toBe(keyId(other));
  });

  test('keeps its key over a restart', async () => {
    const first = open();
    const sealed = await seal(first, 'a');
    await first.close();
    opened = [];
    expect(keyId(await seal(open(), 'b'))).toBe(keyId(sealed));
  });

  test('that is one of thousands finds a key: the pool is filled while one waits', async () => {
    const keys = open();
    const sealed = await Promise.all(Array.from({ length: 3000 }, (_, number) => seal(keys, 'x', `case-${number}/content`)));
    expect(new Set(sealed.map(keyId)).size).toBe(3000);
  });
});

describe('a scope that was forgotten', () => {
  test('is shredded, and no other is', async () => {
    const keys = open();
    const [gone, stays] = [await seal(keys, 'a'), await seal(keys, 'b', 'case-2/content')];
    expect(await keys.forget('case-1/content')).toBe(1);
    expect([keys.open(gone), keys.open(stays)]).toEqual([shredded, 'b']);
  });

  test('takes keys along whose assignment was lost in a crash', async () => {
    const keys = open();
    const lost = await seal(keys, 'a', 'case-9/content');
    await keys.forget('case-1/content', [lost]);
    expect(keys.open(lost)).toBe(shredded);
  });

  test('is shredded for another process within a second', async () => {
    const [here, there] = [open(), open()];
    const sealed = await seal(here, 'a');
    expect(there.open(sealed)).toBe('a');
    await here.forget('case-1/content');
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect(there.open(sealed)).toBe(shredded);
  });

  test('leaves no byte of its key in any file', async () => {
    const keys = open();
    const sealed = await seal(keys, 'a');
    await keys.forget('case-1/content');
    await keys.close();
    opened = [];
    const id = sealed.sealed.split('.')[1] ?? '';
    // Closed, so that reading the file with fs breaks no lock. The id stays in the list of what was destroyed, and its index.
    const found =
      readFileSync(join(root, 'keys', 'keys.db'))
        .toString('latin1')
        .split(id).length - 1;
    expect(found).toBe(2);
  });
});

describe('the master key', () => {
  const file = (): string => join(root, 'master.key');

  test('is made for its owner only', () => {
    open();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('is not made unless told', () => {
    expect(() => open({ create: false })).toThrow('does not exist');
  });

  test('that others may read is refused', () => {
    open();
    chmodSync(file(), 0o640);
    expect(() => open()).toThrow('may be read by others');
  });

  test.each(['', 'abc', 'g'.repeat(64), '0'.repeat(63)])('that is %j is refused', (text) => {
    writeFileSync(file(), text, { mode: 0o600 });
    expect(() => open()).toThrow('64 hexadecimal digits');
  });

  test('of another store is refused at once', () => {
    open();
    expect(() => open({ masterKeyFile: join(root, 'other.key') })).toThrow(WrongMasterKey);
  });
});

describe('a keyed hash', () => {
  test('is the same over restarts, and differs by purpose and value', () => {
    const [keys, again] = [open(), open()];
    const mac = keys.mac('receipt-code', 'x').toString('hex');
    expect(again.mac('receipt-code', 'x').toString('hex')).toBe(mac);
    expect(keys.mac('fingerprint', 'x').toString('hex')).not.toBe(mac);
    expect(keys.mac('receipt-code', 'y').toString('hex')).not.toBe(mac);
  });
});
