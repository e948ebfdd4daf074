import { setTimeout as sleep } from 'node:timers/promises';
import { account, type Account } from './account.js';
import { aServer } from './a-server.js';
import { Chance } from './chance.js';
import { eventually } from './eventually.js';
import { startSmtpSink } from './smtp-sink.js';
import { everythingIn, withLog } from './stopped-log.js';
import { Submitters } from './submitters.js';

export interface KillLoop {
  readonly cycles: number;
  readonly seed: number;
  /** Another program to be killed in the server's place. */
  readonly program?: string;
}

const people = 8;
const requestsEach = 3;
/** After it listens, in milliseconds. */
const killedAfter = { least: 20, most: 400 };

/**
 * Starts the server, lets citizens send in, and kills it with `kill -9` in the middle; again and again on the same data. Then
 * what nobody knew the end of is sent again, the mail is awaited, and the account drawn up.
 */
export async function killLoop({ cycles, seed, program }: KillLoop): Promise<Account> {
  const chance = new Chance(seed);
  const relay = await startSmtpSink();
  const environment = { LOG_LEVEL: 'warn' };
  const server = await aServer({ relay: relay.port, environment, shortLived: true, ...(program !== undefined && { program }) });
  const submitters = new Submitters(() => server.address, chance);
  try {
    for (let cycle = 0; cycle < cycles; cycle++) {
      await server.start();
      const sending = submitters.atOnce(people, requestsEach);
      await sleep(chance.between(killedAfter.least, killedAfter.most));
      await server.kill();
      await sending;
    }
    await server.start();
    await eventually(() => submitters.again().then(() => submitters.unknown.length === 0));
    await quiet(() => relay.messages.length);
    await server.stop();
    const events = await withLog(server.dataFolder, everythingIn);
    return account(submitters, events, relay.messages);
  } finally {
    await server.remove();
    await relay.close();
  }
}

/** Resolves when a count has not risen for three seconds: what has not come by then does not come. */
async function quiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count();) {
    before = count();
    await sleep(3_000);
  }
}
