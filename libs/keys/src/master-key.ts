import { WrongMasterKey } from './errors.js';
import { makeSecret, readSecret } from './secret-file.js';

/**
 * Reads the master key, which wraps the keys to personal data and does nothing else. Makes it if told to.
 * @throws WrongMasterKey
 */
export function readMasterKey(file: string, create: boolean): Buffer {
  if (create) makeSecret(file);
  const master = readSecret(file);
  if (typeof master === 'string') throw new WrongMasterKey(`the master key file ${master}`);
  return master;
}
