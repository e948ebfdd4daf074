import { Injectable } from '@nestjs/common';
import { reachOf, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import {
  ask,
  QuestionRefused,
  type Asked,
  type CasesBehind,
  type CasesWanted,
  type PromiseReport,
  type ReportAnswers,
  type ReportWishes,
} from '#views';
import { RequestProblem } from '../problems/problem.js';

/** Answers questions about promises, of all that stands in the log when it is asked. */
@Injectable()
export class PromiseReports {
  constructor(private readonly node: SynpunkterNode) {}

  report(asked: Asked): Promise<PromiseReport> {
    return this.answer(asked, 'report', {});
  }

  casesBehind(asked: Asked, caller: Caller, wanted: CasesWanted): Promise<CasesBehind> {
    return this.answer(asked, 'cases', { reach: reachOf(caller), wanted });
  }

  frozen(asked: Asked, reportId: string, now: string): Promise<ReportAnswers['frozen']> {
    return this.answer(asked, 'frozen', { reportId }, now);
  }

  /** @throws RequestProblem where a question has no answer, with why */
  private async answer<Want extends keyof ReportWishes>(
    asked: Asked,
    want: Want,
    besides: ReportWishes[Want],
    now = this.node.parts.now(),
  ): Promise<ReportAnswers[Want]> {
    await this.node.reportsCurrent();
    try {
      return await this.node.reports.answer(want, ask(asked, now), besides);
    } catch (error) {
      if (error instanceof QuestionRefused) throw new RequestProblem(422, 'invalid-request', [{ field: error.field, code: error.code }]);
      throw error;
    }
  }
}
