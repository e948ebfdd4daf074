import { Injectable } from '@nestjs/common';
import { CommandIdReused } from '#commands';
import { deriveUuid, WrongRevision, type Recorded } from '#event-log';
import { SynpunkterNode } from '#node';
import { frozenStream, type Asked, type FrozenReport } from '#views';
import { RequestProblem } from '../problems/problem.js';
import type { Identified } from '../requests/command-request.js';
import { PromiseReports } from './promise-reports.js';

/** A report that was frozen, by whom and when. */
export type FrozenAnswer = FrozenReport & { readonly frozenAt: string; readonly frozenBy: string };

/** Freezes reports into the log, and finds them there. */
@Injectable()
export class Freezing {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reports: PromiseReports,
  ) {}

  /** Once for each command: a repetition finds what the first one froze. */
  async freeze(asked: Asked, { commandId, fingerprint }: Identified, actor: string): Promise<FrozenAnswer> {
    const { log, now } = this.node.parts;
    const reportId = deriveUuid('report', commandId);
    const before = await this.recorded(reportId);
    if (before) return repetition(before, fingerprint);
    const recordedAt = now();
    const frozen = await this.reports.frozen(asked, reportId, recordedAt);
    const context = { actor, commandId, fingerprint, correlationId: reportId, recordedAt };
    try {
      await log.append(frozenStream(reportId), 'no-stream', [frozen], context);
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error; // else the same command froze it a moment ago
    }
    return this.read(reportId);
  }

  async read(reportId: string): Promise<FrozenAnswer> {
    const recorded = await this.recorded(reportId);
    if (!recorded) throw new RequestProblem(404, 'not-found');
    return answer(recorded);
  }

  private async recorded(reportId: string): Promise<Recorded | undefined> {
    for await (const event of this.node.parts.log.read(frozenStream(reportId))) return event;
    return undefined;
  }
}

function repetition(recorded: Recorded, fingerprint: string): FrozenAnswer {
  if (recorded.metadata.fingerprint !== fingerprint) throw new CommandIdReused(recorded.metadata.commandId);
  return answer(recorded);
}

const answer = ({ data, metadata }: Recorded): FrozenAnswer => ({
  ...(data as FrozenReport),
  frozenAt: metadata.recordedAt,
  frozenBy: metadata.actor,
});
