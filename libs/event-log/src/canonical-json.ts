/**
 * One text for one value: keys sorted by code unit, no white space, members that are `undefined` left out (RFC 8785 for
 * what JSON can carry). Two requests that mean the same therefore have the same fingerprint.
 * @throws TypeError for what JSON cannot carry: numbers that are not finite, functions, symbols, big integers
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${members(value as Record<string, unknown>)}}`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('A number must be finite');
  // JSON.stringify answers undefined for a function, a symbol and undefined, though its type does not say so.
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}`);
  return text;
}

function members(value: Readonly<Record<string, unknown>>): string {
  let written = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) written += `${written === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return written;
}
