import { join } from 'node:path';
import { WrongDoorKey } from './errors.js';
import { makeSecret, readSecret } from './secret-file.js';

/**
 * What a secret other than the master key opens: the sessions of the staff and their forms, the receipt codes, the links in mails, and what is looked up
 * by a keyed hash. Each has a key in a file of its own, so that one file opens one door.
 */
export const doors = ['session', 'receipt-code', 'mail-link', 'lookup'] as const;
export type Door = (typeof doors)[number];

export type DoorKeyFiles = Readonly<Record<Door, string>>;
export type DoorKeys = Readonly<Record<Door, Buffer>>;

/** Where the keys lie if nothing else is said: beside the key store, each named after its door. */
export const doorKeyFilesIn = (folder: string): DoorKeyFiles => eachDoor((door) => join(folder, `${door}.key`));

/**
 * @param make whether to make those that are missing, as only a new store does
 * @throws WrongDoorKey
 */
export function readDoorKeys(files: DoorKeyFiles, make: boolean): DoorKeys {
  return eachDoor((door) => {
    if (make) makeSecret(files[door]);
    const key = readSecret(files[door]);
    if (typeof key === 'string') throw new WrongDoorKey(`the ${door} key file ${key}`);
    return key;
  });
}

/** One key for two doors would be one door. */
export function requireDifferent(master: Buffer, keys: DoorKeys): DoorKeys {
  const all = [master, ...Object.values(keys)].map((key) => key.toString('hex'));
  if (new Set(all).size < all.length) throw new WrongDoorKey('the master key and the keys of the doors must all differ');
  return keys;
}

/** Which door a keyed hash is for. What is looked up opens nothing by itself. */
export function doorFor(purpose: string): Door {
  const door = byPurpose[purpose];
  if (!door) throw new Error(`no key is set apart for ${purpose}`);
  return door;
}

const byPurpose: Readonly<Record<string, Door>> = {
  cookies: 'session',
  'form-token': 'session',
  'page-place': 'session',
  'opened-address': 'session',
  'receipt-code': 'receipt-code',
  'mail-link': 'mail-link',
  'receipt-code-hash': 'lookup',
  'command-id': 'lookup',
  fingerprint: 'lookup',
  person: 'lookup',
  'person-seen': 'lookup',
  invitation: 'lookup',
  'mail-caps': 'lookup',
};

const eachDoor = <Value>(of: (door: Door) => Value): Readonly<Record<Door, Value>> =>
  Object.fromEntries(doors.map((door) => [door, of(door)])) as Record<Door, Value>;
