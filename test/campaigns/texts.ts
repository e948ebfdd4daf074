import { suggestRoute } from '#organisation';
import { hostileTexts } from '#test/hostile-texts';
import { regionGotland } from '#test/region-gotland';
import type { Campaign } from './campaign.js';

/** Texts written to keep the server busy, each routed as a submission is. */
export const texts: Campaign = {
  turns: 20_000,
  begin: (seed) => {
    const organisation = regionGotland();
    const { routingRules } = organisation;
    if (routingRules === undefined) throw new Error('the organisation has no routing rules');
    const textOf = hostileTexts(routingRules, seed);
    return {
      take: (turn) => {
        const { way, text } = textOf(turn);
        const start = performance.now();
        suggestRoute({ text, receivedDate: '2026-11-26' }, organisation);
        const milliseconds = performance.now() - start;
        return { figures: { 'milliseconds for one text': milliseconds, [way]: milliseconds } };
      },
    };
  },
};
