import { Param, ParseUUIDPipe } from '@nestjs/common';
import { RequestProblem } from '../problems/problem.js';

/** The case in the address. What is no id at all is told in the same words as a case that does not exist. */
export const CaseId = (): ParameterDecorator =>
  Param('caseId', new ParseUUIDPipe({ exceptionFactory: () => new RequestProblem(404, 'case-not-found') }));
