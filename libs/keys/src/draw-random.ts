import { randomFillSync } from 'node:crypto';

/** Drawn from the system many at a time: asking for each costs more than to encrypt with it. */
const drawn = Buffer.alloc(16 * 1024);
let used = drawn.length;

/** So many random bytes, in memory of their own. */
export function drawRandom(length: number): Uint8Array {
  if (used + length > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = new Uint8Array(drawn.subarray(used, used + length));
  drawn.fill(0, used, used + length);
  used += length;
  return bytes;
}
