/** What turns the direction of the signs that follow, by the names that Unicode gives: a text can show something else than it says. */
const turns: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};
const anyTurn = /[\u202a-\u202e\u2066-\u2069]/g;

/** What somebody can send again: it has to stay as it was written. */
const fields = /(<textarea\b[^]*?<\/textarea>|\bvalue="[^"]*")/;

/** A page on which such signs are seen and do nothing. Texts are kept with them, and templates have none, so every one is somebody's. */
export function withVisibleTurns(html: string): string {
  if (html.search(anyTurn) === -1) return html;
  return html
    .split(fields)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(anyTurn, (sign) => `[${turns[sign] ?? ''}]`)))
    .join('');
}
