import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openDatabase } from '#sqlite';
import { doors, openKeys, WrongDoorKey, type Door } from './index.js';

/** One use of each key. */
const purposes: Readonly<Record<Door, string>> = {
  session: 'cookies',
  'receipt-code': 'receipt-code',
  'mail-link': 'mail-link',
  lookup: 'person',
};

let root: string;
const folder = (name = 'keys') => join(root, name);
const keyOf = (door: Door, name = 'keys') => join(folder(name), `${door}.key`);

/** What the keys of a folder make of the same values, each by its door. */
async function hashes(name = 'keys'): Promise<Readonly<Record<Door, string>>> {
  const keys = openKeys({ folder: folder(name), masterKeyFile: join(root, 'master.key'), create: true });
  const made = Object.fromEntries(doors.map((door) => [door, keys.mac(purposes[door], 'x').toString('hex')]));
  await keys.close();
  return made as Record<Door, string>;
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doors-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the keys of the doors', () => {
  test('are made by a new store, for their owner only, and are the same at the next start', async () => {
    const first = await hashes();
    expect(
      readdirSync(folder())
        .filter((name) => name.endsWith('.key'))
        .sort(),
    ).toEqual(doors.map((door) => `${door}.key`).sort());
    for (const door of doors) expect(statSync(keyOf(door)).mode & 0o777).toBe(0o600);
    expect(await hashes()).toEqual(first);
  });

  test('come from nothing that the master key tells', async () => {
    const [one, other] = [await hashes('one'), await hashes('other')];
    for (const door of doors) expect([door, one[door] === other[door]]).toEqual([door, false]);
  });

  test.each(doors)('are apart: that of %s changes nothing that the others make', async (door) => {
    const before = await hashes('one');
    await hashes('other');
    const doorKeyFiles = Object.fromEntries(doors.map((each) => [each, keyOf(each, each === door ? 'other' : 'one')])) as Record<
      Door,
      string
    >;
    const keys = openKeys({ folder: folder('new'), masterKeyFile: join(root, 'master.key'), doorKeyFiles });
    const after = doors.filter((each) => keys.mac(purposes[each], 'x').toString('hex') !== before[each]);
    await keys.close();
    expect(after).toEqual([door]);
  });

  test('are those of all processes that begin at once', async () => {
    const library = pathToFileURL(join(process.cwd(), 'dist/libs/keys/src/index.js')).href;
    const program = `import { openKeys } from '${library}';
      const keys = openKeys({ folder: '${folder()}', masterKeyFile: '${join(root, 'master.key')}', create: true });
      console.log(${JSON.stringify(Object.values(purposes))}.map((purpose) => keys.mac(purpose, 'x').toString('hex')).join(' '));
      await keys.close();`;
    const file = join(root, 'begin.mjs');
    writeFileSync(file, program);
    const begin = async () => (await promisify(execFile)(process.execPath, [file])).stdout.trim();
    const all = await Promise.all([begin(), begin(), begin()]);
    expect(new Set(all).size).toBe(1);
  });

  test('that a crash has left without a store are taken by the next start', async () => {
    const before = await hashes();
    for (const name of readdirSync(folder())) if (name.startsWith('keys.db')) unlinkSync(join(folder(), name));
    expect(await hashes()).toEqual(before);
  });

  test('have no key for a purpose that nobody set one apart for', async () => {
    const keys = openKeys({ folder: folder(), masterKeyFile: join(root, 'master.key'), create: true });
    expect(() => keys.mac('something-new', 'x')).toThrow('no key is set apart');
    await keys.close();
  });
});

describe.each(doors)('the %s key', (door) => {
  beforeEach(() => hashes());

  test.each<[string, () => void, string]>([
    ['is missing', () => unlinkSync(keyOf(door)), 'does not exist'],
    ['may be read by others', () => chmodSync(keyOf(door), 0o640), 'may be read by others'],
    ['is malformed', () => writeFileSync(keyOf(door), 'abc'), '64 hexadecimal digits'],
    ['is another', () => writeFileSync(keyOf(door), 'ab'.repeat(32)), `another ${door} key`],
    ['is the master key', () => copyFileSync(join(root, 'master.key'), keyOf(door)), 'must all differ'],
    ['is that of another door', () => copyFileSync(keyOf(door === 'lookup' ? 'session' : 'lookup'), keyOf(door)), 'must all differ'],
  ])('that %s is refused, and not made anew', async (_, spoil, complaint) => {
    spoil();
    const spoilt = doors.map((each) => readIfThere(keyOf(each)));
    await expect(hashes()).rejects.toThrow(complaint);
    await expect(hashes()).rejects.toBeInstanceOf(WrongDoorKey);
    expect(doors.map((each) => readIfThere(keyOf(each)))).toEqual(spoilt);
  });
});

test('a store of an earlier version, in which the master key opened everything, is refused in words', async () => {
  await hashes();
  const db = openDatabase(join(folder(), 'keys.db'), { synchronous: 'FULL' });
  db.exec('DROP TABLE doors; DROP TABLE note; PRAGMA user_version = 1');
  db.close();
  await expect(hashes()).rejects.toThrow('was made by an earlier version');
});

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
