import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { logPlace, startNode, type StartedNode } from '#node';
import type { Settings } from '#settings';
import { instantOf } from './asked-dates.js';
import { Clock } from './demo/clock.js';
import { playYear, type Played, type Year } from './demo/play-year.js';
import { Staff } from './demo/staff.js';
import { readDemoTexts } from './demo/texts.js';
import { daysAfter } from './demo/work-hours.js';
import { fatal, now, root, settings as readOurs } from './surroundings.js';
import { CannotDo, WrongUse, type Print } from './verb.js';

export const name = 'demo';

export const summary = 'Fills an empty log with a year of made-up cases';

export const help = `synpunkter demo [--cases <number>] [--seed <text>] [--until <instant>]

Plays a year at the organisation through the whole program, from a year ago to now: people write, the staff of the evaluation
answer, most in time, and every mail goes by SMTP into a mailbox that is thrown away. Only in evaluation, into an empty DATA_DIR, and
before the server was ever started. Everything in it is invented. Set PORT or PUBLIC_URL as for the server.

  --cases <number>   how many; default 400
  --seed <text>      another year; the same seed gives the same cases. Default: gotland
  --until <instant>  where the year ends, as 2026-11-26T12:00:00Z. Default: now

  synpunkter demo && npm start
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { cases: { type: 'string' }, seed: { type: 'string' }, until: { type: 'string' } },
  });
  const settings = readOurs();
  requireEvaluation(settings);
  const until = values.until === undefined ? now() : instantOf('--until', values.until);
  const year = { cases: countOf(values.cases), seed: values.seed ?? 'gotland', until, texts: await readDemoTexts(settings.organisation) };
  const started = performance.now();
  const played = await play(settings, year);
  print(report(year, played, (performance.now() - started) / 1000));
  return 0;
}

async function play(settings: Settings, year: Year): Promise<Played> {
  const clock = new Clock(`${daysAfter(year.until.slice(0, 10), -366)}T03:00:00.000Z`);
  // A year passes in minutes, and that is no jump of the clock.
  const monotonic = () => Date.parse(clock.now());
  const started: StartedNode = await startNode(settings, { root, fatal, share: 'alone', now: clock.now, monotonic });
  try {
    const staff = await Staff.hire(settings, started.node);
    return await playYear(year, { node: started.node, staff, clock });
  } finally {
    await started.stop();
  }
}

/** What the log holds already was recorded today, and the year that is made begins a year ago. */
function requireEvaluation(settings: Settings): void {
  if (!settings.evaluation || settings.smtp || settings.openId) {
    throw new CannotDo('Cases are made up only in evaluation, without SMTP_URL and OIDC_ISSUER: nobody must get a mail about them.');
  }
  const place = logPlace(settings);
  if (!('file' in place)) throw new CannotDo('Cases are made up only in a data folder. `synpunkter move-log` takes them elsewhere.');
  if (existsSync(place.file)) throw new CannotDo(`There is a log in ${settings.dataDir} already. Choose another DATA_DIR.`);
}

function countOf(text = '400'): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new WrongUse('--cases is a number from 1 to 99999.');
  return Number(text);
}

function report({ cases, seed, until }: Year, { acts, receipts }: Played, seconds: number): string {
  return [
    `Made up ${cases} cases of the year up to ${until} (seed ${seed}) in ${seconds.toFixed(1)} s; ${acts} things happened.`,
    'Receipt codes to try at /folj:',
    ...receipts.map(({ reference, receiptCode }) => `  ${reference}  ${receiptCode}`),
    '',
  ].join('\n');
}
