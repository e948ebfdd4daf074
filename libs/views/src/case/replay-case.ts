import { evolve, notReceived, type Case, type CaseEvent } from '#cases';
import type { EventLog, Recorded } from '#event-log';
import { asCaseEvent } from '../case-events.js';

/** One step of a case: an event, and the state it led to. */
export interface Step {
  readonly event: Recorded & CaseEvent;
  readonly state: Case;
}

export interface CaseHistory {
  readonly caseId: string;
  readonly steps: readonly Step[];
  /** The state after the last step. */
  readonly state: Case;
  /** Whether an event stands in the way that this program cannot read; steps end before it. */
  readonly unreadable: boolean;
}

/** How far to replay: to a revision, to what was recorded by an instant, or to the end. */
export interface Until {
  readonly at?: number;
  /** ISO 8601. Recorded-at never goes back within a stream, so this is a prefix. */
  readonly asOf?: string;
}

/**
 * A case, step by step, straight from the log: a stream is short, and what is read there cannot lag or differ.
 * Personal fields are still sealed.
 */
export async function replayCase(log: EventLog, caseId: string, until: Until = {}): Promise<CaseHistory> {
  const steps: Step[] = [];
  let state: Case = notReceived;
  for await (const recorded of log.read(`case-${caseId}`, until.at === undefined ? {} : { limit: until.at + 1 })) {
    if (until.asOf !== undefined && recorded.metadata.recordedAt > until.asOf) break;
    if (recorded.unreadable !== undefined) return { caseId, steps, state, unreadable: true };
    state = evolve(state, asCaseEvent(recorded));
    steps.push({ event: recorded as Recorded & CaseEvent, state });
  }
  return { caseId, steps, state, unreadable: false };
}
