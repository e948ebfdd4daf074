import { RequestProblem } from '../problems/problem.js';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text that stands in bytes.
 * @throws RequestProblem if they are not UTF-8: what they were to say cannot be known, and a guess would be kept for ever
 */
export function readUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new RequestProblem(400, 'not-utf-8');
  }
}
