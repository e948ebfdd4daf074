import { Injectable } from '@nestjs/common';
import { reachOf, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import {
  ask,
  askTables,
  QuestionRefused,
  ReportAbandoned,
  ReportsBusy,
  type Asked,
  type Asker,
  type CasesBehind,
  type CasesWanted,
  type Freezing,
  type PromiseReport,
  type PromiseTables,
  type ReportAnswers,
  type ReportWishes,
} from '#views';
import { RequestProblem } from '../problems/problem.js';
import { actorOf } from '../access/caller.js';

/** Who asks, and until when the answer is waited for. */
export interface Asking {
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

export type TablesAsked = Parameters<typeof askTables>[0];

/** Answers questions about promises: any, of the cases that the asker may read; and those of the fixed tables, of all cases. */
@Injectable()
export class PromiseReports {
  constructor(private readonly node: SynpunkterNode) {}

  report(asked: Asked, by: Asking): Promise<PromiseReport> {
    return this.answer('report', by, (now) => ({ question: ask(asked, now), reach: reachOf(by.caller) }));
  }

  casesBehind(asked: Asked, by: Asking, wanted: CasesWanted): Promise<CasesBehind> {
    return this.answer('cases', by, (now) => ({ question: ask(asked, now), reach: reachOf(by.caller), wanted }));
  }

  tables(asked: TablesAsked, by: Asking): Promise<PromiseTables> {
    return this.answer('tables', by, (now) => ({ question: askTables(asked, localDate(now)) }));
  }

  frozen(asked: Asked, by: Asking, { freezing, now }: ToFreeze): Promise<ReportAnswers['frozen']> {
    return this.answer('frozen', by, () => ({ question: ask(asked, now), reach: reachOf(by.caller), freezing }));
  }

  frozenTables(asked: TablesAsked, by: Asking, { freezing, now }: ToFreeze): Promise<ReportAnswers['frozen-tables']> {
    return this.answer('frozen-tables', by, () => ({ question: askTables(asked, localDate(now)), freezing }));
  }

  /** @throws RequestProblem where a question has no answer, or none can be made now, with why */
  private async answer<Want extends keyof ReportWishes>(
    want: Want,
    { caller, signal }: Asking,
    wish: (now: string) => ReportWishes[Want],
  ): Promise<ReportAnswers[Want]> {
    await this.node.reportsCurrent();
    const asker: Asker = { name: actorOf(caller), signal };
    try {
      return await this.node.reports.answer(want, wish(this.node.now()), asker);
    } catch (error) {
      if (error instanceof QuestionRefused) throw new RequestProblem(422, 'invalid-request', [{ field: error.field, code: error.code }]);
      if (error instanceof ReportsBusy) throw new RequestProblem(503, 'too-many-reports', undefined, 10);
      if (error instanceof ReportAbandoned) throw new RequestProblem(503, 'report-took-too-long', undefined, 60);
      throw error;
    }
  }
}

export interface ToFreeze {
  readonly freezing: Freezing;
  /** When it is frozen, and as of when what is not said is asked. */
  readonly now: string;
}
