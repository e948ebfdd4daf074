import { keptFor } from './kept-for.js';

it('does the work of a thousand questions once, and again when its time is over', () => {
  let [made, time] = [0, 0];
  const ask = keptFor(
    1_000,
    () => ++made,
    () => time,
  );
  for (time = 0; time < 1_000; time++) ask();
  expect(made).toBe(1);
  expect(ask()).toBe(2);
});
