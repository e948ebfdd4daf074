import { evolve, notReceived, type Case, type CaseEvent, type ReceivedCase } from '#cases';
import { WrongRevision, type Appended, type EventLog, type Recorded, type Revision } from '#event-log';
import { CommandIdReused, StaleRevision, UnreadableCase } from './errors.js';

/** Who asks for a change of a case, when, and as which command. */
export interface CaseRequest {
  readonly caseId: string;
  /** The same id again is a repetition: it changes nothing and has the same outcome. */
  readonly commandId: string;
  /** A keyed hash of what was asked. The same command id with another one is refused. */
  readonly fingerprint?: string;
  /** The pseudonym of who acts, or `submitter`, or `system`. */
  readonly actor: string;
  /** The event that causes this command, if one does. */
  readonly causationId?: string;
  /** Taken once, when the command came in. ISO 8601, UTC. */
  readonly at: string;
  /** Who asks has been told that a personal identity number stands in it, and lets it stand. */
  readonly keepsNumbers?: boolean;
  /** The revision that the caller saw. Without it, a lost race is decided again. */
  readonly expected?: Revision;
  /** Throws if the caller may not do this to the case as it is now; undefined says that there is none, which is asked first too. */
  readonly permit: (state: ReceivedCase | undefined) => void;
}

export interface Outcome {
  readonly caseId: string;
  /** The revision of the case after the command. */
  readonly revision: Revision;
  /** Whether the command had been carried out before. */
  readonly repeated: boolean;
  /** Whether it stands in the log, from now or before; false if there was nothing new to record. */
  readonly recorded: boolean;
  /** The case after the command. */
  readonly state: Case;
}

/** Decides on the case as an attempt finds it; `past` is what its stream held then. */
export type Decide = (state: Case, past: readonly Recorded[]) => CaseEvent[] | Promise<CaseEvent[]>;

const attempts = 3;

/** Load, decide, append: the loop around every decision about a case. */
export class CaseCommands {
  /** @param settled resolves when this node's views show an append, or when it is not worth waiting longer */
  constructor(
    private readonly log: EventLog,
    private readonly settled: (appended: Appended) => Promise<void>,
  ) {}

  /**
   * A lost race is decided again, at most three times, unless the caller named the revision they saw.
   * @throws Refusal if the domain says no
   * @throws StaleRevision if the case has moved on from the revision that the caller named
   * @throws CommandIdReused if this command id stands for another request
   * @throws UnreadableCase if the case holds an event that this program cannot read
   */
  async execute(request: CaseRequest, decide: Decide): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(request, decide);
      } catch (error) {
        if (!(error instanceof WrongRevision)) throw error;
        if (request.expected !== undefined) throw new StaleRevision(request.caseId);
        if (attempt === attempts) throw error;
      }
    }
  }

  private async once(request: CaseRequest, decide: Decide): Promise<Outcome> {
    const past = await this.load(request.caseId);
    const state = stateAfter(past);
    return repetition(request, past, state) ?? (await this.decide(request, { past, state, decide }));
  }

  private async decide(request: CaseRequest, { past, state, decide }: { past: Recorded[]; state: Case; decide: Decide }): Promise<Outcome> {
    const { caseId, expected } = request;
    const last = past.at(-1);
    const head = last?.revision ?? 'no-stream';
    request.permit(received(state));
    if (expected !== undefined && expected !== head) throw new StaleRevision(caseId);

    const events = await decide(state, past);
    if (events.length === 0) return { caseId, revision: last?.revision ?? 0, repeated: false, recorded: false, state };
    const appended = await this.log.append(streamOf(caseId), head, events, context(request, last));
    await this.settled(appended);
    return { caseId, revision: appended.revision, repeated: appended.repeated, recorded: true, state: events.reduce<Case>(evolve, state) };
  }

  private async load(caseId: string): Promise<Recorded[]> {
    const past: Recorded[] = [];
    for await (const event of this.log.read(streamOf(caseId))) {
      if (event.unreadable !== undefined) throw new UnreadableCase(event.stream);
      past.push(event);
    }
    return past;
  }
}

const streamOf = (caseId: string): string => `case-${caseId}`;

/** The outcome of a command that was carried out before, for whoever has the right to it still; undefined if this one is new. */
function repetition(request: CaseRequest, past: readonly Recorded[], state: Case): Outcome | undefined {
  const { caseId, commandId, fingerprint } = request;
  const earlier = past.findLast(({ metadata }) => metadata.commandId === commandId);
  if (!earlier) return undefined;
  request.permit(received(asRepeated(commandId, past, state)));
  if (earlier.metadata.fingerprint !== fingerprint) throw new CommandIdReused(caseId);
  return { caseId, revision: earlier.revision, repeated: true, recorded: true, state };
}

/**
 * The case that a repetition is judged by: as it is now, if somebody else has changed it since. Otherwise as it was before the
 * command, for the command itself may have taken the case from its caller, as accepting or routing one does.
 */
function asRepeated(commandId: string, past: readonly Recorded[], state: Case): Case {
  const begins = past.findIndex(({ metadata }) => metadata.commandId === commandId);
  const isForeign = ({ metadata }: Recorded) => metadata.commandId !== commandId && metadata.actor !== 'system';
  return past.slice(begins).some(isForeign) ? state : stateAfter(past.slice(0, begins));
}

const stateAfter = (past: readonly Recorded[]): Case => past.reduce(evolveRecorded, notReceived);
const received = (state: Case): ReceivedCase | undefined => (state.status === 'not-received' ? undefined : state);

/** In a stream `case-…` stand case events, checked against their schemas when they were appended. */
const evolveRecorded = (state: Case, event: Recorded): Case => evolve(state, event as unknown as CaseEvent);

/** What goes into the metadata. Recorded-at never goes back within a stream, whatever the clock does. */
const context = ({ caseId, commandId, actor, at, fingerprint, causationId }: CaseRequest, last: Recorded | undefined) => ({
  actor,
  commandId,
  correlationId: caseId,
  recordedAt: last && last.metadata.recordedAt > at ? last.metadata.recordedAt : at,
  ...(fingerprint !== undefined && { fingerprint }),
  ...(causationId !== undefined && { causationId }),
});
