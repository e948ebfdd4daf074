const longest = 2000;

/**
 * Where to go after login: a path on this site and nothing else. `//elsewhere`, a backslash and control characters are
 * read by browsers as another host, `javascript:` as a script; all these yield the default.
 */
export function localPath(asked: unknown, fallback: string): string {
  if (typeof asked !== 'string' || asked.length > longest) return fallback;
  return /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(asked) ? asked : fallback;
}
