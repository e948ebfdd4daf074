import { timingSafeEqual } from 'node:crypto';

/** Whether somebody gave the secret text that was expected; how long it takes tells nothing of where they differ. Any text is allowed. */
export function isSameSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
