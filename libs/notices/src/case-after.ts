import { replay, type Case, type CaseEvent } from '#cases';
import type { Recorded } from '#event-log';

/**
 * The case as the command that caused an event left it: what was decided together is told together, so that an acknowledgement
 * knows the promise that stands two events after it.
 */
export function caseAfter(history: readonly Recorded[], cause: Recorded): Case {
  const last = history.findLast(({ metadata }) => metadata.commandId === cause.metadata.commandId);
  const until = last?.revision ?? cause.revision;
  return replay(history.filter(({ revision }) => revision <= until) as readonly (Recorded & CaseEvent)[]);
}
