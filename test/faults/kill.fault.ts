import { jest } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '#test/account';
import { killLoop } from '#test/kill-loop';

const cycles = Number(process.env['KILLS'] ?? 200);
/** Each with a log of its own, side by side. */
const lanes = 2;
/** How many kills a server that loses is given; most often the first few are enough. */
const [fewKills, mostControls] = [5, 40];
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

jest.setTimeout(cycles * 20_000 + 300_000);

const nothingWrong: Partial<Account> = {
  lost: 0,
  doubled: 0,
  misnumbered: 0,
  withoutMail: 0,
  differingMail: 0,
  unrecordedRepetitions: 0,
  complaints: [],
};

describe('a server that is killed again and again while people send in', () => {
  it(`loses nothing, doubles nothing and tells everybody, in ${cycles} kills (seed ${seed})`, async () => {
    const began = performance.now();
    const accounts = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => killLoop({ cycles: Math.ceil(cycles / lanes), seed: seed + lane })),
    );
    write('kills', { cycles, seed, seconds: Math.round((performance.now() - began) / 1000), accounts });
    for (const account of accounts) expect(account).toMatchObject(nothingWrong);
    expect(accounts.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(cycles);
  });
});

describe('a server that answers before the log has it', () => {
  it(`is caught by the same loop, within ${mostControls} kills: without this, the figures above would say nothing`, async () => {
    const program = join(process.cwd(), 'dist/test/support/hasty-server.js');
    let [lost, kills] = [0, 0];
    for (; lost === 0 && kills < mostControls; kills += fewKills)
      ({ lost } = await killLoop({ cycles: fewKills, seed: seed + kills, program }));
    write('kills-control', { kills, lost });
    expect(lost).toBeGreaterThan(0);
  });
});

/** Leaves the figures where they can be read after the run. */
function write(name: string, figures: object): void {
  const folder = join(process.cwd(), 'dist/figures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(figures, undefined, 2));
}
