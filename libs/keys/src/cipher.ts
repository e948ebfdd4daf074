import { createCipheriv, createDecipheriv } from 'node:crypto';
import { drawRandom } from './draw-random.js';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** AES-256-GCM under a random IV, as IV, ciphertext and tag in one. `bound` must be given again to decrypt. */
export function encrypt(secret: Uint8Array, plain: Uint8Array, bound: string): Buffer {
  const iv = drawRandom(ivLength);
  const cipher = createCipheriv(algorithm, secret, iv, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(bound));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([iv, body, cipher.getAuthTag()]);
}

/** @throws Error if the bytes, the key or what was bound are not those of the encryption */
export function decrypt(secret: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  const decipher = createDecipheriv(algorithm, secret, sealed.subarray(0, ivLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const plain = decipher.update(sealed.subarray(ivLength, -tagLength));
  decipher.final();
  return plain;
}
