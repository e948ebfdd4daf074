/** A person has looked at the clocks and says that they are right: a fact in the log, so that every node goes on and an auditor sees who said so. */
export interface ClockConfirmed {
  readonly type: 'ClockConfirmed';
  readonly data: Readonly<Record<string, never>>;
}

export const clockStream = 'clock-confirmations';

export const confirmClock = (): ClockConfirmed => ({ type: 'ClockConfirmed', data: {} });

/** How often somebody has said so, folded from the log. */
export const clockConfirmations = {
  name: 'clock-confirmations',
  version: 2,
  types: ['ClockConfirmed'] satisfies ClockConfirmed['type'][],
  initial: 0,
  evolve: (times: number, events: readonly unknown[]): number => times + events.length,
};
