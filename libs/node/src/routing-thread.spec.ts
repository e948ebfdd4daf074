import { emptyOrganisation, suggestRoute } from '#organisation';
import { hostileTexts, longestText } from '#test/hostile-texts';
import { regionGotland } from '#test/region-gotland';
import { Steps } from '#test/steps';
import { RoutingThread } from './routing-thread.js';

const gotland = regionGotland();
const receivedDate = '2026-11-26';
const said = { text: 'Plogbilen har inte kört på Söderväg på tre dagar.', receivedDate };

let thread: RoutingThread;
beforeEach(() => void (thread = new RoutingThread()));
afterEach(() => thread.close());

it('suggests what the rules do, without a step of routing on the event loop, from the first text on', async () => {
  if (gotland.routingRules === undefined) throw new Error('the organisation has no routing rules');
  const textOf = hostileTexts(gotland.routingRules, 1);
  const questions = [said, ...Array.from({ length: 30 }, (_, number) => ({ text: textOf(number, longestText).text, receivedDate }))];
  const steps = new Steps(/libs\/organisation\/.*\/routing\//);
  await steps.begin();
  const suggested = await Promise.all(questions.map((question) => thread.suggest(question, gotland)));
  expect(await steps.taken()).toBe(0);
  expect(suggested).toEqual(questions.map((question) => suggestRoute(question, gotland)));
  expect(await steps.taken()).toBeGreaterThan(questions.length);
  await steps.end();
});

it('answers by the organisation that is asked about, also when only a part of it has changed', async () => {
  const { boards: _, ...rest } = gotland;
  const withoutBoards = { ...rest, boards: emptyOrganisation.boards };
  expect((await thread.suggest(said, gotland)).boardCode).toBe('TN');
  await expect(thread.suggest(said, withoutBoards)).rejects.toThrow();
  expect((await thread.suggest(said, gotland)).boardCode).toBe('TN');
});

it('fails what it was asked when it ends, and begins anew for the next', async () => {
  thread.prepare(gotland);
  const asked = thread.suggest(said, gotland);
  await Promise.all([thread.close(), expect(asked).rejects.toThrow('routing has ended')]);
  expect((await thread.suggest(said, gotland)).boardCode).toBe('TN');
});

it('fails nothing of the next thread when the one before it ends', async () => {
  thread.prepare(gotland);
  const [ending, suggested] = [thread.close(), thread.suggest(said, gotland)];
  await ending;
  expect((await suggested).boardCode).toBe('TN');
});
