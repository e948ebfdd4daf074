import { setTimeout as sleep } from 'node:timers/promises';
import { Rush } from './rush.js';

/** As many people as there are numbers below it. */
const rushOf = (people: number): Rush => {
  const rush = new Rush();
  for (let person = 0; person < people; person++) rush.came();
  return rush;
};

const order = async (rush: Rush, meanwhile: () => void): Promise<readonly string[]> => {
  const happened: string[] = [];
  const work = rush.giveWay().then(() => happened.push('the work goes on'));
  await sleep(0);
  meanwhile();
  happened.push('the people went');
  await work;
  return happened;
};

const leave = (rush: Rush, people: number) => () => {
  for (let person = 0; person < people; person++) rush.went();
};

it('holds nothing up while few people wait', async () => {
  const rush = rushOf(8);
  expect(await order(rush, leave(rush, 8))).toEqual(['the work goes on', 'the people went']);
});

it('lets many people go first', async () => {
  const rush = rushOf(9);
  expect(await order(rush, leave(rush, 9))).toEqual(['the people went', 'the work goes on']);
});

it('is not over at once when all who waited are answered together', async () => {
  const rush = rushOf(9);
  leave(rush, 9)();
  expect(await order(rush, () => undefined)).toEqual(['the people went', 'the work goes on']);
});

it('does not hold the work up for ever', async () => {
  await expect(rushOf(9).giveWay()).resolves.toBeUndefined();
});
