import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '#identity';
import { sessionOf } from '../access/living-session.js';
import { WhoIsAsking } from '../access/who-is-asking.js';
import { RequestProblem } from '../problems/problem.js';
import { addressKey } from './address-key.js';
import { routeKind } from './route-kind.js';

const minute = 60_000;
const hour = 60 * minute;

/** Kept in memory for as long as they count, and written down nowhere. Why these: docs/decisions/0021. */
const limits = {
  /** What an address may ask for: a school or a library is one, a whole mobile operator may be. */
  visits: { max: 300, timeWindow: minute },
  /** What may be asked for on the way to signing in, two or three requests each: a whole authority may begin its day behind one address, which its visitors use too. */
  signIns: { max: 600, timeWindow: minute },
  /** What a session of the staff may ask for, or whoever a token of the API stands for, whatever address it comes from. */
  staff: { max: 600, timeWindow: minute },
  /** What may be left from one address: more than all of a school, less than a flood. */
  submissions: { max: 120, timeWindow: hour },
  /** Receipt codes that open nothing. They never lock a case, they only slow who sends them. */
  guesses: { max: 100, timeWindow: hour },
};

type Limit = (
  request: FastifyRequest,
  options?: { increment?: boolean },
) => Promise<{ isAllowed: boolean; max?: number; remaining?: number; isExceeded?: boolean; ttlInSeconds?: number }>;

/** Slows whoever asks too much, by what is known of them. Health and what pages refer to can be asked for without end. */
export async function limitRequests(app: NestFastifyApplication): Promise<void> {
  const who = app.get(WhoIsAsking);
  await app.register(rateLimit, { global: false, cache: 20_000, keyGenerator: ({ ip }: FastifyRequest) => addressKey(ip) });
  const fastify = app.getHttpAdapter().getInstance();
  const visits: Limit = fastify.createRateLimit(limits.visits);
  const signIns: Limit = fastify.createRateLimit(limits.signIns);
  const submissions: Limit = fastify.createRateLimit(limits.submissions);
  const guesses: Limit = fastify.createRateLimit(limits.guesses);
  const staff: Limit = fastify.createRateLimit({
    ...limits.staff,
    keyGenerator: (request: FastifyRequest) => staffKeys.get(request) ?? '',
  });

  const hold = async (request: FastifyRequest): Promise<void> => {
    if (['machine', 'asset'].includes(routeKind(request))) return;
    const key = staffKey(request, await who.isAsking(request).catch(() => undefined));
    if (key !== undefined) {
      staffKeys.set(request, key);
      refuseIf(await staff(request), 'too-many-requests');
      return;
    }
    refuseIf(await (signsIn(request) ? signIns : visits)(request), 'too-many-requests');
    if (leaves(request)) refuseIf(await submissions(request), 'too-many-submissions');
    if (tries(request)) refuseIf(reached(await guesses(request, { increment: false })), 'too-many-requests');
  };

  fastify.addHook('onRequest', async (request) => {
    if (!isForm(request)) await hold(request);
  });
  // What somebody has written is read first, so that it can be given back.
  fastify.addHook('preHandler', async (request) => {
    if (isForm(request)) await hold(request);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    if (tries(request) && reply.statusCode === 404) await guesses(request);
  });
}

const staffKeys = new WeakMap<FastifyRequest, string>();

function staffKey(request: FastifyRequest, caller: Caller | undefined): string | undefined {
  return caller?.kind === 'staff' ? (sessionOf(request)?.session.sessionId ?? caller.personId) : undefined;
}

const isForm = (request: FastifyRequest): boolean => request.method === 'POST' && !request.is404 && routeKind(request) !== 'api';

/** Whoever is not signed in is led from any page of the staff to the provider, and back. */
const signsIn = ({ routeOptions: { url = '' } }: FastifyRequest): boolean => /^(?:\/en)?\/arbete(?:\/|$)/.test(url);

const posts = ({ method, routeOptions: { url = '' } }: FastifyRequest, route: RegExp): boolean => method === 'POST' && route.test(url);
const leaves = (request: FastifyRequest): boolean => posts(request, /^\/api\/v1\/submissions$|^(?:\/en)?\/lamna-synpunkt$/);
const tries = (request: FastifyRequest): boolean => posts(request, /^\/api\/v1\/follow-ups$|^(?:\/en)?\/folj$/);

type Counted = Awaited<ReturnType<Limit>>;

const reached = (counted: Counted): Counted => ({ ...counted, isExceeded: counted.remaining === 0 });

function refuseIf({ isExceeded, ttlInSeconds }: Counted, code: string): void {
  if (isExceeded) throw new RequestProblem(429, code, undefined, ttlInSeconds);
}
