import type { EventLog } from '#event-log';

/** A log on which somebody else is faster, once. */
export function losingOnce(log: EventLog, rival: () => Promise<unknown>): EventLog {
  let lost = false;
  return {
    id: log.id,
    read: (...reading) => log.read(...reading),
    follow: (...following) => log.follow(...following),
    at: (position) => log.at(position),
    head: () => log.head(),
    close: () => log.close(),
    append: async (...appending) => {
      if (!lost) {
        lost = true;
        await rival();
      }
      return log.append(...appending);
    },
  };
}
