/**
 * One text for one value: keys sorted by code unit, no white space, members that are `undefined` left out (RFC 8785 for
 * what JSON can carry). Two requests that mean the same therefore have the same fingerprint.
 * @throws TypeError for what JSON cannot carry: numbers that are not finite, functions, symbols, big integers
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') return `{${members(value)}}`;
  throw new TypeError(typeof value === 'number' ? 'A number must be finite' : `JSON has no ${typeof value}`);
}

/** In a plain loop: every row of a view is written so. */
function members(value: object): string {
  let written = '';
  for (const key of sorted(Object.keys(value))) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member !== undefined) written += `${written === '' ? '' : ','}${labelOf(key)}${canonicalJson(member)}`;
  }
  return written;
}

/** What was read from such a text is in order already. */
function sorted(keys: string[]): string[] {
  const isInOrder = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);
  return isInOrder ? keys : keys.sort();
}

/** The same few keys are written again and again. */
const labels = new Map<string, string>();
const mostLabels = 1_000;

function labelOf(key: string): string {
  const known = labels.get(key);
  if (known !== undefined) return known;
  const label = `${JSON.stringify(key)}:`;
  if (labels.size < mostLabels) labels.set(key, label);
  return label;
}
