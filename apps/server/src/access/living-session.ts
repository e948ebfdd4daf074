import type { FastifyRequest } from 'fastify';
import type { LivingSession } from '#identity';

const sessions = new WeakMap<FastifyRequest, LivingSession>();

/** Remembers the session that a page is asked for with. */
export const setSession = (request: FastifyRequest, living: LivingSession): void => {
  sessions.set(request, living);
};

/** The session of the staff that a request came with, if it lives. */
export const sessionOf = (request: FastifyRequest): LivingSession | undefined => sessions.get(request);
