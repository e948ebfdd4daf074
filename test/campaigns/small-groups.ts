import { attack, tablesOf, yearOfTurn } from '#test/small-groups/small-groups';
import type { Campaign } from './campaign.js';

/** Made-up years whose published tables are attacked for what they hide: by everybody, and by each board in turn. */
export const smallGroups: Campaign = {
  turns: 1_000,
  begin: (seed) => ({
    take: (turn) => {
      const start = performance.now();
      const year = yearOfTurn(seed, turn);
      const boards = [...year.organisation.boards.keys()];
      const { told, hidden, wrong } = attack(year, tablesOf(year), boards[turn % boards.length] ?? '');
      return {
        figures: { 'numbers told': told, 'numbers hidden': hidden, 'milliseconds for one year': performance.now() - start },
        ...(wrong.length > 0 && { wrong: `${wrong.length}: ${wrong.slice(0, 5).join('; ')}` }),
      };
    },
  }),
};
