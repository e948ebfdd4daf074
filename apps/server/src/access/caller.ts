import type { FastifyRequest } from 'fastify';
import type { Caller } from '#identity';

const callers = new WeakMap<FastifyRequest, Caller>();

/** Remembers who is asking, once, when the guard has found out. */
export const setCaller = (request: FastifyRequest, caller: Caller): void => {
  callers.set(request, caller);
};

/** Who is asking. The guard runs before every handler, so it is always known there. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('a handler ran without the guard');
  return caller;
}

/** Who is asking, as far as it was found out: an error may come before the guard. */
export const callerIfKnown = (request: FastifyRequest): Caller | undefined => callers.get(request);

/** The name under which a caller's commands are recorded: pseudonymous, or what they came as. */
export function actorOf(caller: Caller): string {
  return caller.kind === 'staff' ? caller.personId : 'submitter';
}
