import { Injectable } from '@nestjs/common';
import { readableCases, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import {
  ask,
  casesBehind,
  promiseReport,
  QuestionRefused,
  type Asked,
  type CasesBehind,
  type CasesWanted,
  type PromiseReport,
} from '#views';
import { RequestProblem } from '../problems/problem.js';

/** Answers questions about promises, of all that stands in the log when it is asked. */
@Injectable()
export class PromiseReports {
  constructor(private readonly node: SynpunkterNode) {}

  report(asked: Asked): Promise<PromiseReport> {
    return this.answer(() => promiseReport(this.node.promises.db, ask(asked, this.node.parts.now())));
  }

  casesBehind(asked: Asked, caller: Caller, wanted: CasesWanted): Promise<CasesBehind> {
    return this.answer(() => casesBehind(this.node.promises.db, ask(asked, this.node.parts.now()), readableCases(caller), wanted));
  }

  /** @throws RequestProblem where a question has no answer, with why */
  async answer<Answer>(question: () => Answer): Promise<Answer> {
    await this.node.reportsCurrent();
    try {
      return question();
    } catch (error) {
      if (error instanceof QuestionRefused) throw new RequestProblem(422, 'invalid-request', [{ field: error.field, code: error.code }]);
      throw error;
    }
  }
}
