import { aServer } from '#test/a-server';
import { authorisationOn } from '#test/authorisation';
import type { Campaign } from './campaign.js';

/** Every route of a case, asked for by everybody, of every kind of case: a turn is one of the people of the evaluation. */
export const authorisation: Campaign = {
  turns: 28,
  begin: async () => {
    const server = await aServer();
    await server.start();
    const { everybody, kinds, routes, judge } = await authorisationOn(server);
    return {
      take: async (turn) => {
        const asking = everybody[turn % everybody.length];
        if (!asking) throw new Error('nobody asks');
        const wrong: string[] = [];
        for (const kind of kinds)
          for (const route of routes) wrong.push(...[await judge(asking, kind, route)].flatMap((found) => found ?? []));
        return { figures: { cells: kinds.length * routes.length }, ...(wrong.length > 0 && { wrong: wrong.join('\n') }) };
      },
      end: () => server.remove(),
    };
  },
};
