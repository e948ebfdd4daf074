import { setImmediate as aTurn } from 'node:timers/promises';
import { deriveUuid, WrongRevision, type EventLog, type Position, type Recorded } from '#event-log';
import { calendarOf, type Organisation } from '#organisation';
import { TableProcessor } from '#processors';
import { agendaOf, observationOf, promiseStream, type DueWork as Work, type LocalDate } from '#promises';
import { prepared, transaction, type Database } from '#sqlite';
import type { DatedWork } from './dated-work.js';
import { begunOn, dueWorkTables } from './due-work-tables.js';
import {
  firstWorkOn,
  forgetReckoning,
  promisesWithWorkOn,
  unreckoned,
  writeDone,
  writeNextOn,
  type NextOn,
  type PromisesOfCase,
} from './promises-of-case.js';
import { reckoningOf, workPlan } from './work-plan.js';

export interface DueWorkParts {
  readonly log: EventLog;
  /** The organisation as of now. */
  readonly organisation: () => Organisation;
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string;
}

const pageSize = 50;
const inFlight = 16;

/**
 * Knows of every case the next day on which its promises ask for work, and does what is due. Work is found, not remembered: it is done
 * if the stream of observations does not show it, and the append names the revision up to which that is known. So of two who find the
 * same work one does it.
 */
export class DueWork extends TableProcessor implements DatedWork {
  /** How far in the log it has come. */
  at: Position | undefined;
  /** The newest time at which something was recorded that it has read since it began, as ISO 8601. */
  newest = '';

  constructor(
    private readonly file: Database,
    private readonly parts: DueWorkParts,
    whenCaughtUp?: () => void,
  ) {
    super(file, dueWorkTables(), whenCaughtUp);
  }

  override checkpoint() {
    const checkpoint = super.checkpoint();
    this.at = checkpoint?.position;
    return checkpoint;
  }

  override take(events: readonly Recorded[], logId: string): boolean {
    const taken = super.take(events, logId);
    if (!taken) return false;
    this.at = events.at(-1)?.position ?? this.at;
    for (const { metadata } of events.filter(({ unreadable }) => unreadable === undefined)) {
      if (metadata.recordedAt > this.newest) this.newest = metadata.recordedAt;
    }
    return true;
  }

  /**
   * Does everything that is due up to a day, in the order of the days that it belongs to. What another does meanwhile comes round in
   * the log. Call it when the end of the log has been reached, and never twice at a time.
   */
  async upTo(today: LocalDate, goOn: () => boolean = () => true): Promise<void> {
    this.reckonAnewIfNeeded();
    for (let on = this.next(today); on !== undefined && goOn(); on = this.next(today)) {
      const some = promisesWithWorkOn(this.file, on, pageSize);
      if (on === unreckoned) await this.reckon(some, today);
      else await this.doAll(some, { on, today });
    }
  }

  /** How many cases have work that should have been done by a day. */
  overdue(today: LocalDate): number {
    const sql = 'SELECT count(*) AS cases FROM promises WHERE next_on <= ?';
    return prepared<[string], { cases: number }>(this.file, sql).get(today)?.cases ?? 0;
  }

  private next(today: LocalDate): LocalDate | undefined {
    const on = firstWorkOn(this.file);
    return on !== undefined && on <= today ? on : undefined;
  }

  /** A policy or a calendar that was put right gives other days. */
  private reckonAnewIfNeeded(): void {
    const wanted = reckoningOf(this.parts.organisation());
    const last = prepared<[], { what: string }>(this.file, 'SELECT what FROM reckoned_with').get()?.what;
    if (last === wanted) return;
    transaction(this.file, () => {
      this.file.exec('DELETE FROM reckoned_with');
      prepared<[string]>(this.file, 'INSERT INTO reckoned_with VALUES (?)').run(wanted);
      forgetReckoning(this.file);
    });
  }

  /** All cases are reckoned at a first start, or when a policy is put right: whoever waits for an answer gets a turn in between. */
  private async reckon(some: readonly PromisesOfCase[], today: LocalDate): Promise<void> {
    transaction(this.file, () => {
      for (const promises of some) writeNextOn(this.file, promises, this.nextOn(promises, today));
    });
    await aTurn();
  }

  private async doAll(some: readonly PromisesOfCase[], { on, today }: { on: LocalDate; today: LocalDate }): Promise<void> {
    for (let first = 0; first < some.length; first += inFlight) {
      await Promise.all(some.slice(first, first + inFlight).map((promises) => this.doOn(on, promises, today)));
    }
  }

  private async doOn(on: LocalDate, promises: PromisesOfCase, today: LocalDate): Promise<void> {
    let after = promises;
    for (const work of this.agenda(promises, today).undone.filter((one) => one.on <= on)) {
      const recorded = await this.record(work, after);
      if (!recorded) {
        writeNextOn(this.file, promises, null); // what the other did comes round, and this case with it
        return;
      }
      after = { ...after, ...recorded, done: [...after.done, work.key] };
    }
    writeDone(this.file, after, this.nextOn(after, today));
  }

  private nextOn(promises: PromisesOfCase, today: LocalDate): NextOn {
    const { undone, nextOn } = this.agenda(promises, today);
    return undone[0]?.on ?? nextOn ?? null;
  }

  /** What is due and not done, in the order of its days, and when there will be more. */
  private agenda(promises: PromisesOfCase, today: LocalDate): { undone: readonly Work[]; nextOn: LocalDate | undefined } {
    const { due, nextOn } = agendaOf(promises.ledger, this.around(promises), today);
    const begun = begunOn(this.file) ?? '';
    const undone = due
      .filter(({ key, on }) => on >= begun && !promises.done.includes(key))
      .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
    return { undone, nextOn };
  }

  private around(promises: PromisesOfCase) {
    const org = this.parts.organisation();
    return { plan: workPlan(promises, org), calendar: calendarOf(org) };
  }

  /** @returns where the stream stands then, or undefined if somebody else has written into it */
  private async record(work: Work, { caseId, observed, observedAt }: PromisesOfCase) {
    const now = this.parts.now();
    const recordedAt = now > observedAt ? now : observedAt;
    const context = {
      actor: 'system',
      commandId: deriveUuid('due-work', work.key),
      correlationId: caseId,
      causationId: work.promise,
      recordedAt,
    };
    const expected = observed === -1 ? 'no-stream' : observed;
    try {
      const { revision } = await this.parts.log.append(promiseStream(caseId), expected, [observationOf(work)], context);
      return { observed: revision, observedAt: recordedAt };
    } catch (error) {
      if (error instanceof WrongRevision) return undefined;
      throw error;
    }
  }
}
