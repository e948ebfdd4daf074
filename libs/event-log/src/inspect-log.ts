import { openDeep, type Keys } from '#keys';
import type { EventLog, Position, Recorded } from './event-log.js';
import { isReached } from './is-reached.js';

/** What was found when a log was read from the first event to the last. */
export interface LogInspection {
  readonly logId: string;
  readonly events: number;
  readonly streams: number;
  /** Events in which a key was destroyed by decision. */
  readonly shredded: number;
  /** Each names its event; empty if all is well. */
  readonly complaints: readonly string[];
}

const mostComplaints = 100;
const destroyed = '\u0000destroyed';

/** Reads every event: places ascend, streams have no gap, everything can be decoded, and every seal opens or was destroyed by decision. */
export async function inspectLog(log: EventLog, keys: Keys): Promise<LogInspection> {
  const revisions = new Map<string, number>();
  const complaints: string[] = [];
  let last: Position | undefined;
  let events = 0;
  let shredded = 0;
  const complain = ({ id, stream, revision }: Recorded, what: string): void => {
    if (complaints.length < mostComplaints) complaints.push(`${stream}@${revision} (${id}): ${what}`);
  };

  for await (const event of log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') break;
    events += 1;
    if (last !== undefined && isReached(event.position, last)) complain(event, 'stands before the event it follows');
    if (event.revision !== (revisions.get(event.stream) ?? -1) + 1) complain(event, 'does not follow the event before it in its stream');
    last = event.position;
    revisions.set(event.stream, event.revision);
    const trouble = event.unreadable ?? unsealed(event, keys);
    if (trouble === destroyed) shredded += 1;
    else if (trouble !== undefined) complain(event, trouble);
  }
  return { logId: log.id, events, streams: revisions.size, shredded, complaints };
}

/** What is wrong with the seals of an event, if anything is; `destroyed` is not wrong. */
function unsealed({ data }: Recorded, keys: Keys): string | undefined {
  try {
    const opened = openDeep(keys, data, { destroyed, broken: '' }, (error) => {
      throw error;
    });
    return JSON.stringify(opened).includes(JSON.stringify(destroyed)) ? destroyed : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
