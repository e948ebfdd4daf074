import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { loadEvaluation, type Caller } from '#identity';
import type { AServer } from './a-server.js';
import { aSession } from './a-session.js';
import { aVisitor } from './a-visitor.js';
import { tokenOf } from './an-api.js';
import type { AskedCase, Kind } from './cases-of-every-kind.js';
import type { Door } from './every-route.js';

/** Who asks, with all that they can show, and as whom the policy sees them at each door. */
export interface Asking {
  readonly name: string;
  readonly callerAt: Readonly<Record<Door, Caller>>;
  send(method: string, path: string, body?: Sent): Promise<Response>;
}

export interface Sent {
  readonly json?: object;
  readonly form?: object;
}

const anonymous: Caller = { kind: 'anonymous' };

/**
 * All people of the evaluation, signed in and with a token; those who have shown the code of a case, or followed the link of a mail; and nobody.
 * @param link the path of a link to the own case
 */
export async function everybodyAt(server: AServer, cases: Readonly<Record<Kind, AskedCase>>, link: string): Promise<readonly Asking[]> {
  const { readEvaluationPeople } = await loadEvaluation(undefined);
  const people = readEvaluationPeople(join(process.cwd(), 'organisations/region-gotland'));
  const staff = await Promise.all(
    people.map(async ({ slug, name, grants }): Promise<Asking> => {
      const caller: Caller = { kind: 'staff', personId: slug, name, grants };
      const [browser, token] = [await aSession(server, slug), await tokenOf(server, slug)];
      const send = sending(server, browser, { authorization: `Bearer ${token}` });
      return { name: slug, callerAt: { token: caller, session: caller, code: anonymous }, send };
    }),
  );
  const submitter = async (name: string, { caseId, receiptCode }: AskedCase, open?: string): Promise<Asking> => {
    const visitor = aVisitor(server);
    const page = await visitor.open(open ?? '/folj');
    if (open === undefined) await page.send({ code: receiptCode });
    const send = sending(server, request(server.address), { cookie: visitor.cookies() });
    return { name, callerAt: { token: anonymous, session: anonymous, code: { kind: 'submitter', caseId } }, send };
  };
  return [
    ...staff,
    await submitter('code of the own case', cases.own),
    await submitter('code of a secret case', cases.secret),
    await submitter('code of a case in triage', cases['triage, may be secret']),
    await submitter('link in a mail', cases.own, link),
    {
      name: 'nobody',
      callerAt: { token: anonymous, session: anonymous, code: anonymous },
      send: sending(server, request(server.address), {}),
    },
  ];
}

type Browser = Pick<ReturnType<typeof request.agent>, 'get' | 'post'>;

const sending =
  ({ address }: AServer, browser: Browser, headers: Readonly<Record<string, string>>): Asking['send'] =>
  async (method, path, { json, form } = {}) => {
    if (method === 'GET') return browser.get(path).set(headers);
    const sent = browser.post(path).set(headers);
    return json === undefined
      ? sent.set('origin', address).type('form').send(form)
      : sent.set('if-match', '"900000"').type('json').send(json);
  };
