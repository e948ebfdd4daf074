import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SynpunkterNode } from '#node';
import { keptFor } from './kept-for.js';

/** A store that is away is asked for a while; whoever watches this process does not wait that long. In milliseconds. */
const patience = 3_000;

/** Whether this process can do its work, and what waits. */
@Injectable()
export class Health {
  /** At most once a second, however many ask: it counts what waits and asks the store. */
  readonly report = keptFor(1_000, () => this.lookAround());

  constructor(private readonly node: SynpunkterNode) {}

  private async lookAround(): Promise<Report> {
    try {
      const health = await Promise.race([this.node.health(), sleep(patience, undefined, { ref: false })]);
      if (!health) return unreachable;
      const { begun, processors, mail, clock, ...owed } = health;
      const waiting = begun ? { ...owed, ...numbersOf(mail) } : {}; // what is owed is known when the log has been read to its end
      const views = processors.map(({ name, current, trouble, deadLetters }) => ({
        name,
        current,
        trouble,
        deadLetters: deadLetters.length,
      }));
      const ready = begun && clock === undefined && views.every(({ trouble }) => !trouble);
      return { ready, log: 'reachable', clock: clock ?? 'trusted', holding: mail.holding, views, waiting };
    } catch {
      return unreachable;
    }
  }
}

export interface Report {
  readonly ready: boolean;
  readonly log: 'reachable' | 'unreachable';
  /** Why no dated work is done until a person confirms the clock or the process begins anew; `trusted` if it is done. */
  readonly clock: 'trusted' | 'jumped' | 'behind-the-log' | 'unknown';
  /** Whether mail waits until a person releases it, as after a restore. */
  readonly holding: boolean;
  readonly views: readonly { readonly name: string; readonly current: boolean; readonly trouble: boolean; readonly deadLetters: number }[];
  /** What is owed, by what it is. */
  readonly waiting: Readonly<Record<string, number>>;
}

const unreachable: Report = { ready: false, log: 'unreachable', clock: 'unknown', holding: false, views: [], waiting: {} };

/** What is counted of the mail; why the relay cannot be reached stands in the log, not on a page for everyone. */
const numbersOf = (mail: object): Record<string, number> =>
  Object.fromEntries(Object.entries(mail).flatMap(([name, count]) => (typeof count === 'number' ? [[`mail.${name}`, count]] : [])));
