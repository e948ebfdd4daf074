import { jest } from '@jest/globals';
import { texts } from '../campaigns/texts.js';

const count = Number(process.env['TEXTS'] ?? 2_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

jest.setTimeout(600_000);

it(`${count} texts written to keep the server busy take work as long as they are (seed ${seed})`, async () => {
  const begun = await texts.begin(seed);
  const wrong: unknown[] = [];
  let steps = 0;
  for (let turn = 0; turn < count; turn++) {
    const found = await begun.take(turn);
    steps += found.figures['steps for one character'] ?? 0;
    if (found.wrong !== undefined) wrong.push({ turn, ...found });
  }
  await begun.end?.();
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(steps).toBeGreaterThan(count); // the engine did count
});
