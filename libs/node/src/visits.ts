import { WrongRevision, type EventLog, type Recorded } from '#event-log';
import { visitStream, type VisitsEnded } from '#identity';

/** When submitters closed their cases to the browser: what was opened before is closed on every node that reads this log. */
export class Visits {
  constructor(
    private readonly log: EventLog,
    private readonly now: () => string,
  ) {}

  /** Ends all visits to a case that have begun. The same command again ends no more. */
  async end(caseId: string, commandId: string): Promise<void> {
    const last = await this.last(caseId);
    if (last?.metadata.commandId === commandId) return;
    const now = this.now();
    const recordedAt = last && last.metadata.recordedAt > now ? last.metadata.recordedAt : now;
    const ended: VisitsEnded = { type: 'VisitsEnded', data: {} };
    const context = { actor: 'submitter', commandId, correlationId: caseId, recordedAt };
    try {
      await this.log.append(visitStream(caseId), last?.revision ?? 'no-stream', [ended], context);
    } catch (error) {
      // Somebody has ended them in this very moment, and that ends the same visits.
      if (!(error instanceof WrongRevision)) throw error;
    }
  }

  /** How often they were ended. Counted and not timed, so that no clock that was wrong once keeps a case closed. */
  async ended(caseId: string): Promise<number> {
    return ((await this.last(caseId))?.revision ?? -1) + 1;
  }

  private async last(caseId: string): Promise<Recorded | undefined> {
    for await (const event of this.log.read(visitStream(caseId), { backwards: true, limit: 1 })) return event;
    return undefined;
  }
}
