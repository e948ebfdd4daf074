import { setTimeout as sleep } from 'node:timers/promises';

/** Generous, because other suites may have the processors; whatever comes about comes about much sooner. */
const patience = 30_000;

/** Asks again and again until there is something, and resolves to it; fails after half a minute. */
export async function eventually<T>(what: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (const until = Date.now() + patience; ;) {
    const found = await what();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error(`it did not come about: ${what.toString().slice(0, 200)}`);
    await sleep(10);
  }
}
