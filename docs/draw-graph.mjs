// Draws the graph of rooms in docs/architecture.md from the imports of the code (`npm run graph`); with --check only says whether it is right.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('architecture.md', import.meta.url);
const rooms = ['--include-only', '^(apps|libs)/', '--collapse', '^(apps|libs)/[^/]+', '--output-type', 'mermaid'];
const graph = execFileSync('node_modules/.bin/depcruise-fmt', [...rooms, 'dist/.imports.json'], { encoding: 'utf8' }).trim();

const before = readFileSync(page, 'utf8');
const after = before.replace(/<!-- graph -->[^]*<!-- \/graph -->/, `<!-- graph -->\n\`\`\`mermaid\n${graph}\n\`\`\`\n<!-- /graph -->`);
if (process.argv.includes('--check') && after !== before) {
  console.error('docs/architecture.md does not show the graph of the code: npm run architecture');
  process.exit(1);
}
if (after !== before) writeFileSync(page, after);
