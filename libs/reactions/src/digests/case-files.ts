import { replay, type Case, type CaseEvent } from '#cases';
import type { EventLog, Recorded } from '#event-log';
import { replayLedger } from '#ledger';
import type { Ledger } from '#promises';

/** A case as its stream tells it now, and its promises. */
export interface CaseFile {
  readonly state: Case;
  readonly ledger: Ledger;
}

const inFlight = 16;

/** Reads these cases from the log, so many at a time. Where an event cannot be read, what comes before it counts. */
export async function caseFiles(log: EventLog, caseIds: Iterable<string>): Promise<ReadonlyMap<string, CaseFile>> {
  const wanted = [...new Set(caseIds)];
  const files = new Map<string, CaseFile>();
  for (let first = 0; first < wanted.length; first += inFlight) {
    const some = wanted.slice(first, first + inFlight);
    for (const [caseId, file] of await Promise.all(some.map(async (caseId) => [caseId, await caseFile(log, caseId)] as const))) {
      files.set(caseId, file);
    }
  }
  return files;
}

async function caseFile(log: EventLog, caseId: string): Promise<CaseFile> {
  const history: Recorded[] = [];
  for await (const event of log.read(`case-${caseId}`)) {
    if (event.unreadable !== undefined) break;
    history.push(event);
  }
  return { state: replay(history as unknown as CaseEvent[]), ledger: await replayLedger(log, caseId) };
}
