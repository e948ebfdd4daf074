import { jest } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Organisation } from '#organisation';
import { aLog, type ALog } from '#test/a-log';
import { Chance } from '#test/chance';
import { simulate, type Judged, type Simulated } from '#test/dated-simulation';
import { wholeOrganisation } from '#test/whole-organisation';
import { byTheWallClock, trustingMemory } from '#test/wrong-workers';

const cases = Number(process.env['CASES'] ?? 20_000);
const years = Number(process.env['YEARS'] ?? 10);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

/** Nothing is killed here, so nothing has to be on a disk. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

jest.setTimeout(1_200_000);

const nothingWrong: Partial<Judged> = { remarks: [], missed: 0, doubled: 0, wrong: 0, late: 0, unguarded: 0, stopped: 0 };

describe('dated work, by two workers with different clocks on one log', () => {
  let on: ALog;
  let org: Organisation;

  beforeAll(async () => void (org = await wholeOrganisation()));
  beforeEach(async () => void (on = await aLog(place)));
  afterEach(() => on.close());

  const run = async (name: string, plan: Partial<Simulated>): Promise<Judged> => {
    const began = performance.now();
    const usual = { org, chance: new Chance(seed), from: '2020-01-01', days: 240, cases: 700, steps: 130, sleeps: 6 };
    const judged = await simulate(on, { ...usual, ...plan });
    const seconds = Math.round((performance.now() - began) / 1000);
    write(name, { seed, seconds, ...usual, ...plan, org: undefined, chance: undefined, instead: undefined, seenAs: undefined, ...judged });
    return judged;
  };

  it(`is done once and with its own day in ${years} years, ${cases} cases and ${200 * years} steps of a clock (seed ${seed})`, async () => {
    const judged = await run('dated-work', { days: 365 * years, cases, steps: 200 * years, sleeps: 8 * years });
    expect(judged).toMatchObject(nothingWrong);
    expect(judged.expected).toBeGreaterThan(cases);
  });

  it('stops where a clock goes astray by hours or years, and is right again when a person has confirmed it', async () => {
    const judged = await run('dated-work-jumps', { jumps: 24, sleeps: 0 });
    expect(judged).toMatchObject(nothingWrong);
  });

  it('is caught where it goes by the clock on the wall, so the figures above say something', async () => {
    const small = await run('dated-work-wall-clock', { instead: byTheWallClock });
    expect(small.wrong).toBeGreaterThan(0);
  });

  it('is caught where it goes by a clock that has gone astray', async () => {
    const { wrong, missed } = await run('dated-work-wall-clock-jumps', { instead: byTheWallClock, jumps: 24, sleeps: 0 });
    expect(wrong + missed).toBeGreaterThan(0);
  });

  it('is caught where it remembers what it did, and does not find it in the log', async () => {
    const { doubled } = await run('dated-work-remembering', { seenAs: trustingMemory });
    expect(doubled).toBeGreaterThan(0);
  });
});

/** Leaves the figures where they can be read after the run. */
function write(name: string, figures: object): void {
  const folder = join(process.cwd(), 'dist/figures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(figures, undefined, 2));
}
