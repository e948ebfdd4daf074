import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const length = 32;

/**
 * Reads a secret: 64 hexadecimal digits, in a file that only its owner may read.
 * @returns what is wrong with the file in words, if it is no such secret
 */
export function readSecret(file: string): Buffer | string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return `${file} does not exist`;
  if (!found.isFile()) return `${file} is no file`;
  if ((found.mode & 0o077) !== 0) return `${file} may be read by others; it must have mode 0600`;
  const text = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : `${file} must hold 64 hexadecimal digits and nothing else`;
}

/**
 * Makes a secret, unless there is one: complete and on disk before it has its name, so that a power cut, or a second process that starts, never
 * finds half of it.
 */
export function makeSecret(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, `${randomBytes(length).toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error; // else another process was faster, and its secret holds
  } finally {
    unlinkSync(draft);
  }
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
