import { decrypt, encrypt } from './cipher.js';
import { SealBroken } from './errors.js';
import { type SpareKey } from './key-maker.js';
import { pad, unpad } from './padding.js';
import { type Sealed } from './sealed.js';

/** AES-256-GCM, random 96-bit IV, padded; the version stands first so that another algorithm can follow. */
const version = 'v1';

export function sealWith(key: SpareKey, plain: string, place: string): Sealed {
  const bytes = encrypt(key.secret, pad(plain), `${place}|${key.id}`);
  return { sealed: `${version}.${key.id}.${bytes.toString('base64url')}`, place };
}

export function openWith(key: SpareKey, { sealed, place }: Sealed): string {
  const bytes = Buffer.from(sealed.slice(sealed.lastIndexOf('.') + 1), 'base64url');
  try {
    return unpad(decrypt(key.secret, bytes, `${place}|${key.id}`));
  } catch {
    throw new SealBroken(place);
  }
}

/** @throws SealBroken if the text is not of a known form */
export function keyIdOf({ sealed, place }: Sealed): string {
  const [form, keyId, bytes, ...more] = sealed.split('.');
  if (form !== version || !keyId || !bytes || more.length > 0) throw new SealBroken(place);
  return keyId;
}
