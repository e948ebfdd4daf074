import { aServer } from '#test/a-server';
import { authorisationOn } from '#test/authorisation';
import { linkInMail } from '#test/link-in-mail';
import { startSmtpSink } from '#test/smtp-sink';
import type { Campaign } from './campaign.js';

/** Every route, asked for by everybody, of every kind of case where it is about one: a turn is one of those who ask. */
export const authorisation: Campaign = {
  turns: 32,
  begin: async () => {
    const relay = await startSmtpSink();
    const server = await aServer({ relay: relay.port });
    await server.start();
    const { everybody, kindsOf, routes, judge } = await authorisationOn(server, (address) => linkInMail(relay, address));
    return {
      take: async (turn) => {
        const asking = everybody[turn % everybody.length];
        if (!asking) throw new Error('nobody asks');
        const wrong: string[] = [];
        let cells = 0;
        for (const route of routes)
          for (const kind of kindsOf(route)) {
            cells++;
            wrong.push(...(await judge(asking, kind, route)));
          }
        return { figures: { cells }, ...(wrong.length > 0 && { wrong: wrong.join('\n') }) };
      },
      end: async () => {
        await server.remove();
        await relay.close();
      },
    };
  },
};
