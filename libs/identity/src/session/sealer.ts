import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Hides a value from the browser that keeps it and notices every change. Cookies and half-filled forms are such values. */
export interface Sealer {
  /** Text of letters, digits, `-` and `_`. The same value never seals to the same text. */
  seal(purpose: string, value: object): string;
  /** What was sealed for this purpose; undefined for everything else, whatever is wrong with it. */
  open(purpose: string, text: string): unknown;
}

const version = 1;
const ivLength = 12;
const tagLength = 16;
const longestText = 16_384;

/**
 * AES-256-GCM under a key for each purpose, derived by HKDF-SHA-256. Every node that shall read the cookies of another
 * needs the same secret.
 * @throws RangeError if the secret is shorter than 32 bytes
 */
export function createSealer(secret: Uint8Array): Sealer {
  if (secret.length < 32) throw new RangeError('A sealing secret needs 32 bytes');
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string) => {
    const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `synpunkter/seal/${purpose}`, 32));
    keys.set(purpose, key);
    return key;
  };
  return {
    seal: (purpose, value) => encrypt(keyFor(purpose), JSON.stringify(value)).toString('base64url'),
    open: (purpose, text) => (text.length > longestText ? undefined : decrypt(keyFor(purpose), Buffer.from(text, 'base64url'))),
  };
}

function encrypt(key: Buffer, text: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength });
  return Buffer.concat([Buffer.from([version]), iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, bytes: Buffer): unknown {
  if (bytes.length <= 1 + ivLength + tagLength || bytes[0] !== version) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + ivLength), { authTagLength: tagLength });
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const start = decipher.update(bytes.subarray(1 + ivLength, -tagLength));
  try {
    return JSON.parse(Buffer.concat([start, decipher.final()]).toString('utf8'));
  } catch {
    return undefined; // Somebody else's key or a changed text; which of the two is nobody's business.
  }
}
