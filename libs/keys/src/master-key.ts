import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { WrongMasterKey } from './errors.js';

const length = 32;

/** A key for one use, derived from the master key; different labels give keys that tell nothing of each other. */
export type Derive = (label: string) => Buffer;

/** Reads the master key: 64 hexadecimal digits, in a file that only its owner may read. Makes it if told to. */
export function readMasterKey(file: string, create: boolean): Derive {
  if (create && !existsSync(file)) makeMasterKey(file);
  const master = parse(file);
  return (label) => Buffer.from(hkdfSync('sha256', master, '', `synpunkter/${label}`, length));
}

function parse(file: string): Buffer {
  if (!existsSync(file)) throw new WrongMasterKey(`the master key file ${file} does not exist`);
  if ((statSync(file).mode & 0o077) !== 0)
    throw new WrongMasterKey(`the master key file ${file} may be read by others; it must have mode 0600`);
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new WrongMasterKey(`the master key file ${file} must hold 64 hexadecimal digits and nothing else`);
  return Buffer.from(text, 'hex');
}

/** Complete and on disk before it has its name: a power cut, or a second process that starts, never finds half a key. */
function makeMasterKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, `${randomBytes(length).toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error; // else another process was faster, and its key holds
  } finally {
    unlinkSync(draft);
  }
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
