import { succeedBoards, type Case, type ReceivedCase, type SucceededBoard } from '#cases';
import { headOf, succeededOn, successionFor, type CaseCommands, type MayHandle } from '#commands';
import { deriveUuid, type EventLog } from '#event-log';
import { streamOf, type Organisation } from '#organisation';
import type { LocalDate } from '#promises';
import type { DatedWork } from './dated-work.js';

export interface SuccessionParts {
  readonly log: EventLog;
  readonly cases: CaseCommands;
  /** The organisation as this node knows it. */
  readonly organisation: () => Organisation;
  /** The open cases that a board has or is offered, as this node knows them. */
  readonly openCasesWith: (board: string) => readonly string[];
  readonly mayHandle: MayHandle;
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string;
  /** Resolves when this node has read to the end of the log. */
  readonly current: () => Promise<void>;
  /** Resolves when there is nothing more urgent. */
  readonly giveWay: () => Promise<void>;
}

const inFlight = 16;

/**
 * Gives the open cases of boards that have ended to their successors, whenever it finds some: on the first day, or when the organisation is
 * told late, or when one is given to such a board by a process that did not know. The case itself says whether it was done: of two who find it
 * one does it.
 */
export class Successions implements DatedWork {
  constructor(private readonly parts: SuccessionParts) {}

  overdue(today: LocalDate): number {
    const { organisation, openCasesWith } = this.parts;
    return new Set(succeededOn(organisation(), today).flatMap(({ ended }) => openCasesWith(ended))).size;
  }

  /** @throws the first failure, once all others have been tried */
  async upTo(today: LocalDate, goOn: () => boolean): Promise<void> {
    await this.parts.current();
    const succeeded = succeededOn(this.parts.organisation(), today);
    const failures: unknown[] = [];
    for (const { ended } of succeeded) {
      const cases = this.parts.openCasesWith(ended);
      const cause = cases.length === 0 ? undefined : await this.lastWordOn(ended);
      for (let first = 0; first < cases.length && goOn(); first += inFlight) {
        const some = cases.slice(first, first + inFlight).map((caseId) => this.giveOn(caseId, succeeded, cause));
        for (const done of await Promise.allSettled(some)) if (done.status === 'rejected') failures.push(done.reason);
        await this.parts.giveWay();
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async giveOn(caseId: string, succeeded: readonly SucceededBoard[], cause: string | undefined): Promise<void> {
    const { log, cases, mayHandle, now } = this.parts;
    const request = {
      caseId,
      commandId: deriveUuid('succession', caseId, String(await headOf(log, `case-${caseId}`))),
      actor: 'system',
      at: now(),
      permit: () => undefined,
      ...(cause !== undefined && { causationId: cause }),
    };
    await cases.execute(request, (state) => succeedBoards(successionFor(received(state), succeeded, mayHandle), state));
  }

  /** The event that told of the end of a board. */
  private async lastWordOn(board: string): Promise<string | undefined> {
    const stream = streamOf({ type: 'BoardPublished', data: { code: board, versions: [] } });
    for await (const { id } of this.parts.log.read(stream, { backwards: true, limit: 1 })) return id;
    return undefined;
  }
}

function received(state: Case): ReceivedCase {
  if (state.status === 'not-received') throw new Error('a board has a case that was never received');
  return state;
}
