import { InvalidEvent } from './errors.js';

/** Category, hyphen, id; lower-case, because newer servers compare names without regard to case. */
const form = /^[a-z]+-[a-z0-9][a-z0-9._-]{0,199}$/;

export function checkStream(stream: string): void {
  if (!form.test(stream)) throw new InvalidEvent(`a stream name is category-id in lower case, not ${JSON.stringify(stream)}`);
}
