import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { CaseRequest } from '#commands';
import { commandIdOf, fingerprintOf, type CaseAction, type Mac } from '#identity';
import { actorOf, callerOf } from '../access/caller.js';
import { permit } from '../access/permit.js';
import { formIfAny } from '../forms/form.js';
import { keptIn } from '../forms/kept-number.js';
import { RequestProblem } from '../problems/problem.js';

/** What makes one request a command: its id, so that a repetition is one, and the fingerprint of what it asks. */
export interface Identified {
  readonly commandId: string;
  readonly fingerprint: string;
}

/**
 * With an `Idempotency-Key` the same request again has the same command id; without one, every request is a new command. A form
 * is its own key, whoever sends it: signing in or out between two clicks makes no second command.
 * @throws RequestProblem if the key is empty, too long or holds control characters
 */
export function identify(request: FastifyRequest, mac: Mac): Identified {
  const form = formIfAny(request);
  const caller = callerOf(request);
  const idempotencyKey = form?.nonce ?? headerOf(request, 'idempotency-key') ?? randomUUID();
  if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw new RequestProblem(400, 'bad-idempotency-key');
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  const key = { caller: form?.by ?? callerName(caller), route, idempotencyKey };
  return { commandId: commandIdOf(key, mac), fingerprint: fingerprintOf([request.params, form?.fields ?? request.body], mac) };
}

const callerName = (caller: { kind: string; personId?: string; caseId?: string }): string =>
  caller.personId ?? caller.caseId ?? caller.kind;

/** A change of one case, as this request asks for it: by whom, when, seen at which revision, and whether it is allowed. */
export function caseRequest(
  request: FastifyRequest,
  action: CaseAction,
  { caseId, mac, now }: { caseId: string; mac: Mac; now: string },
): CaseRequest {
  const caller = callerOf(request);
  const expected = expectedRevision(request);
  return {
    caseId,
    actor: actorOf(caller),
    at: now,
    permit: permit(caller, action),
    keepsNumbers: keepsNumbers(request),
    ...identify(request, mac),
    ...(expected !== undefined && { expected }),
  };
}

/** The answer to the question whether a personal identity number is to stay. */
function keepsNumbers(request: FastifyRequest): boolean {
  const form = formIfAny(request);
  return form ? keptIn(form.fields) : (request.body as { personalNumber?: unknown } | undefined)?.personalNumber === 'keep';
}

/** `If-Match: "17"` names the revision that the caller saw, a form carries it. Weak tags never match (RFC 9110, 13.1.1). */
function expectedRevision(request: FastifyRequest): number | undefined {
  const form = formIfAny(request);
  if (form) return form.revision;
  const tag = headerOf(request, 'if-match');
  if (tag === undefined || tag === '*') return undefined;
  const revision = /^"(\d{1,9})"$/.exec(tag)?.[1];
  if (revision === undefined) throw new RequestProblem(412, 'stale-revision');
  return Number(revision);
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
