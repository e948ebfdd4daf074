import type { Chance } from './chance.js';
import { inStockholm } from './naive-days.js';

const hour = 3_600_000;
const day = 24 * hour;

/** How long, and how often what goes wrong. */
export interface Course {
  readonly chance: Chance;
  /** From this midnight, in UTC. */
  readonly from: string;
  readonly days: number;
  /** How often a clock is put right or wrong, by up to 90 minutes. */
  readonly steps: number;
  /** How often a clock is put wrong by more than two hours, until a person sees to it. */
  readonly jumps?: number;
  /** How often somebody sleeps for days. */
  readonly sleeps: number;
}

export interface Stop {
  readonly at: number;
  readonly what: 'turn' | 'both' | 'step' | 'sleep' | 'jump' | 'confirm';
}

/** When something happens to the machines: turns at all hours, most often about three in the morning, and every ten minutes of a night in which the hour changes. */
export function stopsFor({ chance, from, days, steps, jumps = 0, sleeps }: Course): Stop[] {
  const start = Date.parse(from);
  const end = start + days * day;
  const sometime = (what: Stop['what']): Stop => ({ at: chance.between(start, end - 20 * day), what });
  const stops: Stop[] = Array.from({ length: steps }, () => sometime('step'));
  stops.push(...Array.from({ length: sleeps }, () => sometime('sleep')));
  for (let number = 0; number < jumps; number++) {
    const at = start + ((number + chance.next() * 0.4) * (end - start - 30 * day)) / jumps;
    stops.push({ at, what: 'jump' }, { at: at + ((0.05 + chance.next() * 0.4) * (end - start - 30 * day)) / jumps, what: 'confirm' });
  }
  for (let number = 0; number < days; number++) {
    const midnight = start + number * day;
    stops.push({ at: midnight + chance.between(-0.5, 4) * hour, what: 'both' });
    stops.push({ at: midnight + chance.between(0, 24) * hour, what: 'turn' });
    if (hourChanges(midnight)) for (let at = -1; at < 4; at += 1 / 6) stops.push({ at: midnight + at * hour, what: 'both' });
  }
  return [...stops.sort((a, b) => a.at - b.at), { at: end, what: 'confirm' }, { at: end + hour, what: 'both' }];
}

const hourChanges = (midnight: number): boolean => inStockholm(midnight + 12 * hour).hour !== inStockholm(midnight - 12 * hour).hour;
