import { suggestRoute } from '#organisation';
import { hostileTexts } from '#test/hostile-texts';
import { regionGotland } from '#test/region-gotland';
import { Steps } from '#test/steps';
import type { Campaign } from './campaign.js';

/** However a text is made; what the rules alone ask for, as where a text has one letter, comes on top. */
const mostStepsPerCharacter = 60;
const stepsForTheRules = 20_000;

/** Texts written to keep the server busy, each routed as a submission is. */
export const texts: Campaign = {
  turns: 20_000,
  begin: async (seed) => {
    const organisation = regionGotland();
    const { routingRules } = organisation;
    if (routingRules === undefined) throw new Error('the organisation has no routing rules');
    const textOf = hostileTexts(routingRules, seed);
    const route = (text: string) => suggestRoute({ text, receivedDate: '2026-11-26' }, organisation);
    for (const warmUp of ['Det är halt.', 'Det ar halt pa vagen.']) route(warmUp);
    const steps = new Steps(/libs\/organisation\/.*\/routing\//);
    await steps.begin();
    return {
      take: async (turn) => {
        const { way, text } = textOf(turn);
        const start = performance.now();
        const { matched } = route(text);
        const milliseconds = performance.now() - start;
        const perCharacter = Math.max(0, (await steps.taken()) - stepsForTheRules) / Math.max(1, text.length);
        const shown = matched.join('').length;
        const isTooMuch = perCharacter > mostStepsPerCharacter || shown > 1_000;
        return {
          figures: { 'steps for one character': perCharacter, 'milliseconds for one text': milliseconds, 'letters shown': shown },
          ...(isTooMuch && { wrong: `${way}, ${text.length} long: ${perCharacter} steps for a character, ${shown} letters shown` }),
        };
      },
      end: () => steps.end(),
    };
  },
};
