/** The headers of a request as Node gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a request that changes something comes from our own pages, by what the browser itself says and no page can
 * forge. A request without either header is no browser's of this decade and must show a form token or a bearer token.
 * A browser that is told to keep silent about where it comes from says `Origin: null` of our own forms too.
 */
export function sameOrigin(headers: Headers, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers['origin'];
  if (origin === 'null') return site === 'same-origin';
  return origin === undefined || origin === new URL(publicUrl).origin;
}
