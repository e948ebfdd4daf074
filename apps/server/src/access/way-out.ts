import type { FastifyReply } from 'fastify';
import { clearCookie, type SessionSettings } from '#identity';
import { submitterGone } from './submitter-cookie.js';

/** Leaves nothing of a case, nor of the receipt for one, in a browser that somebody else may use next. Both ways out go here: the submitter's and the staff's. */
export function leaveNothing(reply: FastifyReply, sessions: SessionSettings): void {
  for (const { name, value, options } of [submitterGone(sessions), clearCookie('receipt', sessions.publicUrl)])
    void reply.setCookie(name, value, options);
  void reply.header('clear-site-data', '"cache", "storage"');
}
