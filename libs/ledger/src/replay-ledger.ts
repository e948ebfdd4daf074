import { isReached, type EventLog, type Recorded } from '#event-log';
import { noticeStream } from '#notices';
import { ledgerOf, type Ledger, type PromiseFact } from '#promises';
import { deliveryFacts, promiseFacts, toldIn } from './promise-facts.js';
import { tellingNotices } from './telling-notices.js';

/**
 * The promises of a case straight from the log: from the case, and from the notices that its events caused. So it cannot lag, and is the
 * same whenever it is asked for the same instant.
 * @param asOf ISO 8601; what was recorded later is not known. Default: everything is
 */
export async function replayLedger(log: EventLog, caseId: string, asOf = '9999'): Promise<Ledger> {
  const known = async (stream: string): Promise<Recorded[]> => {
    const events: Recorded[] = [];
    for await (const event of log.read(stream)) {
      if (event.unreadable !== undefined || event.metadata.recordedAt > asOf) break;
      events.push(event);
    }
    return events;
  };
  const events = await known(`case-${caseId}`);
  const [first] = events;
  if (!first) return [];
  const told = toldIn(first);
  const found = await Promise.all([
    ...tellingNotices(events, told).map(async (notice) =>
      facts(await known(noticeStream(notice.noticeId)), (event) => deliveryFacts(event, notice)),
    ),
  ]);
  return ledgerOf(inOrder([...facts(events, (event) => promiseFacts(event, told)), ...found.flat()]));
}

/** A fact with the place of its event in the log. */
interface Placed {
  readonly fact: PromiseFact;
  readonly position: Recorded['position'];
}

const facts = (events: readonly Recorded[], translate: (event: Recorded) => readonly PromiseFact[]): readonly Placed[] =>
  events.flatMap((event) => translate(event).map((fact) => ({ fact, position: event.position })));

const inOrder = (placed: readonly Placed[]): readonly PromiseFact[] =>
  [...placed]
    .sort((one, other) => (one.position === other.position ? 0 : isReached(other.position, one.position) ? 1 : -1))
    .map(({ fact }) => fact);
