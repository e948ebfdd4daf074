import { HttpException } from '@nestjs/common';
import { Refusal } from '#cases';
import { CommandIdReused, PersonalNumberFound, StaleRevision, UnknownCategory, UnreadableCase } from '#commands';
import { InvalidEvent, LogUnavailable, OutcomeUnknown, WrongRevision } from '#event-log';
import { BoardEnded, problem, RequestProblem, statusOf, type Problem } from './problem.js';

export interface Answer {
  readonly problem: Problem;
  /** Seconds after which trying again may help. */
  readonly retryAfter?: number;
  /** Whether it is our fault and belongs into the log as an error. */
  readonly unexpected?: boolean;
}

/** What to answer to a failure. Only what is known here is told; everything else is one and the same sentence. */
export function answerTo(error: unknown): Answer {
  if (error instanceof RequestProblem) {
    return {
      problem: problem(error.status, error.code, { ...(error.errors && { errors: error.errors }), ...adviceIn(error) }),
      ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    };
  }
  if (error instanceof Refusal) return { problem: problem(statusOf[error.code], error.code, wrongField(error)) };
  if (error instanceof StaleRevision) return { problem: problem(412, 'stale-revision') };
  if (error instanceof CommandIdReused) return { problem: problem(409, 'idempotency-key-reused') };
  if (error instanceof PersonalNumberFound) return { problem: problem(422, 'invalid-request', { errors: numbersFound(error) }) };
  if (error instanceof UnknownCategory)
    return { problem: problem(422, 'invalid-request', { errors: [{ field: 'category', code: 'unknown' }] }) };
  if (error instanceof InvalidEvent) return { problem: problem(422, 'invalid-request'), unexpected: true };
  return fromTheInfrastructure(error);
}

const wrongField = ({ code, field }: Refusal): Pick<Problem, 'errors'> => (field === undefined ? {} : { errors: [{ field, code }] });

const numbersFound = ({ fields }: PersonalNumberFound) => fields.map((field) => ({ field, code: 'personal-number' }));

/** What to do instead, where it takes more than a code to say so. */
function adviceIn(error: RequestProblem): Pick<Problem, 'detail'> {
  if (!(error instanceof BoardEnded)) return {};
  const { ended, successor } = error;
  return {
    detail: `${ended.code} ended on ${ended.validTo ?? ''}. ${successor.code} (${successor.nameSv}) has its cases: name that board.`,
  };
}

function fromTheInfrastructure(error: unknown): Answer {
  if (error instanceof WrongRevision) return { problem: problem(503, 'busy'), retryAfter: 1 };
  if (error instanceof UnreadableCase) return { problem: problem(503, 'case-unreadable'), retryAfter: 60 };
  if (error instanceof LogUnavailable) return { problem: problem(503, 'unavailable'), retryAfter: 5 };
  if (error instanceof OutcomeUnknown) return { problem: problem(503, 'outcome-unknown'), retryAfter: 5, unexpected: true };
  if (error instanceof HttpException) return { problem: fromHttp(error.getStatus()) };
  const status = fastifyStatus(error);
  return status === undefined ? { problem: problem(500, 'internal-error'), unexpected: true } : { problem: fromHttp(status) };
}

const codes: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
  501: 'not-implemented',
};

const fromHttp = (status: number): Problem => problem(status, codes[status] ?? (status < 500 ? 'bad-request' : 'internal-error'));

/** Fastify's own refusals (body too large, bad JSON, unknown media type) carry a status below 500. */
function fastifyStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : undefined;
}
