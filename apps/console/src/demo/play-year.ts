import { calendarOf } from '#organisation';
import type { SynpunkterNode } from '#node';
import type { Act } from './act.js';
import { daysOfArrival, takenInAt } from './arrivals.js';
import type { Clock } from './clock.js';
import { compose } from './compose.js';
import { Dice } from './dice.js';
import { perform } from './perform.js';
import type { Staff } from './staff.js';
import { story } from './story.js';
import type { Synthetic } from './synthetic.js';
import { takeIn } from './take-in.js';
import type { DemoTexts } from './texts.js';

export interface Year {
  readonly cases: number;
  readonly seed: string;
  /** Where the year ends. ISO 8601, UTC. */
  readonly until: string;
  readonly texts: DemoTexts;
}

export interface Played {
  readonly acts: number;
  /** The newest receipt codes, with the reference of their case. */
  readonly receipts: readonly { readonly reference: string; readonly receiptCode: string }[];
}

/** What comes next: somebody writes, or something is done to a case. */
type Scene = { readonly at: string } & (
  { readonly synthetic: Synthetic } | { readonly caseId: string; readonly act: Act; readonly dice: Dice }
);

const receiptsKept = 3;

/**
 * Plays a year through the whole program, under a clock of its own. Each scene ends when nothing is owed any more, so that
 * numbers and mails have the time of what caused them.
 */
export async function playYear(year: Year, { node, staff, clock }: { node: SynpunkterNode; staff: Staff; clock: Clock }): Promise<Played> {
  const { seed, texts } = year;
  const calendar = calendarOf(node.organisation.state);
  const scenes: Scene[] = arrivals(year, node);
  const receipts: { reference: string; receiptCode: string }[] = [];
  let acts = 0;

  const receive = async (synthetic: Synthetic): Promise<void> => {
    const dice = new Dice(`${seed} case ${synthetic.number}`);
    const actor = synthetic.channel === 'web' ? 'submitter' : staff.who('customer-service', 'RS', dice);
    const { state, receiptCode } = await takeIn(synthetic, { node, seed, actor });
    const { caseId, reference } = state.known;
    receipts.push({ reference, receiptCode });
    const planned = story(synthetic, { at: clock.now(), state }, { phrases: texts.phrases, calendar, dice });
    for (const { at, act } of planned.filter((one) => one.at < year.until)) insert(scenes, { at, act, caseId, dice });
  };

  for (let scene = scenes.shift(); scene; scene = scenes.shift()) {
    clock.set(scene.at);
    if ('synthetic' in scene) await receive(scene.synthetic);
    else await perform(scene.act, scene.caseId, { node, staff, dice: scene.dice });
    acts += 1;
    await node.quiet();
  }
  return { acts, receipts: receipts.slice(-receiptsKept) };
}

function arrivals({ cases, seed, until, texts }: Year, node: SynpunkterNode): Scene[] {
  const dice = new Dice(seed);
  const calendar = calendarOf(node.organisation.state);
  return compose(daysOfArrival(cases, until, { calendar, dice }), texts, dice)
    .map((synthetic) => ({ at: takenInAt(synthetic, calendar, dice), synthetic }))
    .filter(({ at }) => at < until)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

function insert(scenes: Scene[], scene: Scene): void {
  const place = scenes.findIndex(({ at }) => at > scene.at);
  scenes.splice(place === -1 ? scenes.length : place, 0, scene);
}
