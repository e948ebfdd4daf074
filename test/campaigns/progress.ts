import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './campaign.js';

/** How far a campaign has come, as it is kept between two runs. */
export interface Progress {
  readonly seed: number;
  readonly turns: number;
  /** The turn to take next. */
  next: number;
  readonly highest: Record<string, { value: number; turn: number }>;
  readonly wrong: { readonly turn: number; readonly what: string }[];
}

const folder = '.campaigns';
const fileOf = (part: string): string => join(folder, `${part}.json`);

/** Undefined where nothing of this part has been left unfinished. */
export function keptProgress(part: string): Progress | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(part), 'utf8')) as Progress;
  } catch {
    return undefined;
  }
}

/** In one step, so that a run that is killed leaves a whole file. */
export function keep(part: string, progress: Progress): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${fileOf(part)}.new`, JSON.stringify(progress));
  renameSync(`${fileOf(part)}.new`, fileOf(part));
}

export const forget = (part: string): void => rmSync(fileOf(part), { force: true });

export function note(progress: Progress, turn: number, { figures, wrong }: Finding): void {
  for (const [name, value] of Object.entries(figures))
    if (value > (progress.highest[name]?.value ?? -Infinity)) progress.highest[name] = { value, turn };
  if (wrong !== undefined) progress.wrong.push({ turn, what: wrong });
  progress.next = turn + 1;
}

export function reportOf({ seed, next, highest, wrong }: Progress): string {
  const figures = Object.entries(highest).map(
    ([name, { value, turn }]) => `  ${name.padEnd(64)} ${value.toPrecision(4).padStart(10)}   turn ${turn}`,
  );
  const faults = wrong.slice(0, 20).map(({ turn, what }) => `! turn ${turn}: ${what}`);
  return [`${next} turns with seed ${seed}, ${wrong.length} wrong; highest of all turns:`, ...figures, ...faults, ''].join('\n');
}
