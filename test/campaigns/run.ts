import { parseArgs } from 'node:util';
import { authorisation } from './authorisation.js';
import type { Campaign } from './campaign.js';
import { forget, keep, keptProgress, note, reportOf, type Progress } from './progress.js';
import { smallGroups } from './small-groups.js';
import { texts } from './texts.js';

/** By the name that is given to `npm run campaign`. */
const campaigns: Readonly<Record<string, Campaign>> = { authorisation, 'small-groups': smallGroups, texts };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { turns: { type: 'string' }, seed: { type: 'string' }, anew: { type: 'boolean' } },
});
const [part = ''] = positionals;
const campaign = campaigns[part];
if (campaign === undefined) {
  console.error(`npm run campaign <part> [-- --turns <n>] [--seed <n>] [--anew]; the parts are: ${Object.keys(campaigns).join(', ')}`);
  process.exitCode = 2;
} else process.exitCode = await run(campaign);

/** Takes the turns that are left; what was interrupted goes on where it was, with its own seed. */
async function run({ turns, begin }: Campaign): Promise<number> {
  const progress = (values.anew === true ? undefined : keptProgress(part)) ?? newProgress(Number(values.turns ?? turns));
  const begun = await begin(progress.seed);
  let told = Date.now();
  try {
    while (progress.next < progress.turns) {
      const turn = progress.next;
      note(progress, turn, await begun.take(turn));
      if (Date.now() - told < 1_000) continue;
      told = Date.now();
      keep(part, progress);
      process.stderr.write(`\r${progress.next} of ${progress.turns}, ${progress.wrong.length} wrong `);
    }
  } finally {
    await begun.end?.();
  }
  forget(part);
  console.log(`\n${reportOf(progress)}`);
  return progress.wrong.length > 0 ? 1 : 0;
}

function newProgress(turns: number): Progress {
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  return { seed, turns, next: 0, highest: {}, wrong: [] };
}
