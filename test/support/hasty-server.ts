import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '#event-log';
import { SynpunkterNode } from '#node';

/**
 * The server with one fault, for proof that the tests would notice: it says of a submission that it is in the log a moment
 * before it is. Nothing else is different.
 */
const open = SynpunkterNode.open.bind(SynpunkterNode);
SynpunkterNode.open = (parts) => open({ ...parts, log: hasty(parts.log) });

const moment = 100;

const hasty = (log: EventLog): EventLog => ({
  id: log.id,
  read: (...asked) => log.read(...asked),
  follow: (...asked) => log.follow(...asked),
  at: (position) => log.at(position),
  head: () => log.head(),
  close: () => log.close(),
  async append(stream, expected, events, context) {
    const head = await log.head();
    if (expected !== 'no-stream' || !stream.startsWith('case-') || head === 'empty') return log.append(stream, expected, events, context);
    void sleep(moment)
      .then(() => log.append(stream, expected, events, context))
      .catch(() => undefined);
    return { revision: events.length - 1, position: head, repeated: false };
  },
});

await import('../../apps/server/src/main.js');
