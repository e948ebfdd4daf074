import { parseArgs } from 'node:util';
import { rebuildViews } from '#node';
import { fatal, root, settings as readOurs } from './surroundings.js';
import type { Print } from './verb.js';
import { requireLog } from './with-records.js';

export const name = 'rebuild';

export const summary = 'Makes views again from the log';

export const help = `synpunkter rebuild [<view>…]

Builds views beside the old ones and swaps them when they have reached the end of the log. Stops at the first event that cannot be
processed, and then changes nothing. Nothing is sent and no number is given. The server must not run.
Views: organisation, directory, mail-hold, inbox, case-index, promises, and what is owed: diary-numbers, notice-requests, outbox.

  synpunkter rebuild
  synpunkter rebuild inbox case-index
`;

export async function run(args: string[], print: Print): Promise<number> {
  const names = parseArgs({ args, allowPositionals: true }).positionals;
  const settings = readOurs();
  requireLog(settings);
  const started = performance.now();
  const rebuilt = await rebuildViews(settings, { root, fatal }, names);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(rebuilt.map(({ view, events }) => `  ${view.padEnd(20)}${events} events\n`).join(''));
  print(`Rebuilt ${rebuilt.length} views in ${seconds} s.\n`);
  return 0;
}
