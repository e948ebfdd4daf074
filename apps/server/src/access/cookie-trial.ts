import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, makeCookie } from '#identity';

/** Sends a cookie with a form, if none has come: whether it comes back with the form tells whether this browser keeps any. */
export function tryCookies(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  if (!keepsCookies(request)) set(reply, makeCookie('trial', '1', publicUrl));
}

/** Whether a browser keeps cookies. What one that does not keep them is to see has to stand in the answer itself. */
export const keepsCookies = ({ cookies }: FastifyRequest): boolean => Object.keys(cookies).length > 0;

/** Takes back the cookie that was only to be tried, now that one that says something takes its place. */
export function endTrial({ cookies }: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  const trial = clearCookie('trial', publicUrl);
  if (cookies[trial.name] !== undefined) set(reply, trial);
}

const set = (reply: FastifyReply, { name, value, options }: ReturnType<typeof makeCookie>): void => {
  void reply.setCookie(name, value, options);
};
