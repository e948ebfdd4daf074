import { hash } from 'node:crypto';

/**
 * A UUID made of the first 128 bits of a hash, as version 8 (RFC 9562, 5.8), so that one cause always yields one id.
 * @throws RangeError if there are fewer than 16 bytes
 */
export function uuidOf(digest: Uint8Array): string {
  if (digest.length < 16) throw new RangeError('A UUID needs 16 bytes');
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A UUID that anyone can derive from the same parts, in this order; no secret. The parts cannot run into each other. */
export function deriveUuid(...parts: readonly string[]): string {
  return uuidOf(hash('sha256', JSON.stringify(parts), 'buffer'));
}
