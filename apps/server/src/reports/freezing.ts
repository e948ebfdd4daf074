import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandIdReused } from '#commands';
import { deriveUuid, WrongRevision, type NewEvent, type Recorded } from '#event-log';
import { reachOf, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import { frozenStream, isCoveredBy, type Asked } from '#views';
import { actorOf } from '../access/caller.js';
import { RequestProblem } from '../problems/problem.js';
import type { Identified } from '../requests/command-request.js';
import { frozenAnswer, type FrozenAnswer } from './frozen-answer.js';
import { PromiseReports, type Asking, type TablesAsked, type ToFreeze } from './promise-reports.js';

/** Freezes reports into the log, and finds them there. */
@Injectable()
export class Freezing {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reports: PromiseReports,
  ) {}

  report(asked: Asked, command: Identified, by: Asking): Promise<FrozenAnswer> {
    return this.freeze(command, by, (toFreeze) => this.reports.frozen(asked, by, toFreeze));
  }

  tables(asked: TablesAsked, command: Identified, by: Asking): Promise<FrozenAnswer> {
    return this.freeze(command, by, (toFreeze) => this.reports.frozenTables(asked, by, toFreeze));
  }

  /** As it was frozen, to whoever may read every case that it counts; of others it tells nobody that it exists. */
  async read(reportId: string, caller: Caller): Promise<FrozenAnswer> {
    const recorded = await this.recorded(reportId);
    if (!recorded || !isCoveredBy(recorded, reachOf(caller))) throw new RequestProblem(404, 'not-found');
    return frozenAnswer(recorded);
  }

  /** Once for each command: a repetition finds what the first one froze. */
  private async freeze(
    { commandId, fingerprint }: Identified,
    { caller }: Asking,
    make: (toFreeze: ToFreeze) => Promise<NewEvent>,
  ): Promise<FrozenAnswer> {
    const { log } = this.node.parts;
    const reportId = deriveUuid('report', commandId);
    const before = await this.recorded(reportId);
    if (before && before.metadata.fingerprint !== fingerprint) throw new CommandIdReused(before.metadata.commandId);
    if (before) return this.read(reportId, caller);
    const recordedAt = this.node.now();
    const frozen = await make({ freezing: { reportId, salt: randomBytes(32).toString('hex') }, now: recordedAt });
    const context = { actor: actorOf(caller), commandId, fingerprint, correlationId: reportId, recordedAt };
    try {
      await log.append(frozenStream(reportId), 'no-stream', [frozen], context);
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error; // else the same command froze it a moment ago
    }
    return this.read(reportId, caller);
  }

  private async recorded(reportId: string): Promise<Recorded | undefined> {
    for await (const event of this.node.parts.log.read(frozenStream(reportId))) return event;
    return undefined;
  }
}
