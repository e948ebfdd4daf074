import { DomUtils, parseDocument } from 'htmlparser2';
import type { Response } from 'supertest';
import { allow, isCaseAction, type CaseSubject, type Verdict } from '#identity';
import type { AServer } from './a-server.js';
import { apiOf } from './an-api.js';
import { casesOfEveryKind, nowhere, type AskedCase, type Kind } from './cases-of-every-kind.js';
import { everybodyAt, type Asking } from './everybody.js';
import { everyRoute, type ARoute } from './every-route.js';

/** A server with a case of each kind, everybody who can ask, and every route as the server declares it. */
export interface Authorisation {
  readonly everybody: readonly Asking[];
  /** The kinds of cases that a route can be asked for; of one that is about no case, one. */
  kindsOf(route: ARoute): readonly Kind[];
  readonly routes: readonly ARoute[];
  /** What is wrong with the answer to one of them, if anything is. Nothing is changed by it: whoever may do it has seen an older case. */
  judge(asking: Asking, kind: Kind, route: ARoute): Promise<readonly string[]>;
}

/** What prepares the matrix needs of a server: the path of the link in the mail that comes to an address. */
export type LinkTo = (address: string) => Promise<string>;

const address = 'egen@example.se';

/** Prepares the cases of the matrix and signs everybody in; takes some seconds. */
export async function authorisationOn(server: AServer, linkTo: LinkTo): Promise<Authorisation> {
  const cases = await casesOfEveryKind(server, address);
  const everybody = await everybodyAt(server, cases, await linkTo(address));
  const matrix = new Matrix(Object.values(cases), await olderForm(server, everybody, cases.own));
  return {
    everybody,
    kindsOf: ({ ofCase }) => (ofCase ? (Object.keys(cases) as Kind[]) : ['own']),
    routes: everyRoute(),
    judge: async (asking, kind, route) => [await matrix.judge(asking, { kind, ...cases[kind] }, route)].flatMap((found) => found ?? []),
  };
}

type Target = AskedCase & { readonly kind: Kind };

class Matrix {
  constructor(
    private readonly cases: readonly AskedCase[],
    /** The seal of a form that was shown with another revision than any of these cases has now. */
    private readonly older: string,
  ) {}

  async judge(asking: Asking, { kind, caseId, subject }: Target, route: ARoute): Promise<string | undefined> {
    const expected = verdictOn(asking, route, subject);
    const answer = await this.ask(asking, route, caseId);
    const what = `${asking.name}, ${kind}, ${route.method} ${route.pattern}: ${expected} by the policy, answered ${answer.status}`;
    if (!fits(expected, asking, { route, answer, subject })) return what;
    const told = this.cases.find((one) => answer.text.includes(one.mark) && !mayRead(asking, route, one));
    if (told) return `${what}, and tells of another case`;
    if (expected !== 'hidden' || !route.ofCase) return undefined;
    const missing = await this.ask(asking, route, nowhere);
    return alike(answer, caseId) === alike(missing, nowhere) ? undefined : `${what}, and unlike a case that does not exist`;
  }

  /** A form is sent as whoever was refused for its seal is offered it anew. */
  private async ask({ send }: Asking, { method, pattern, door, said, query }: ARoute, caseId: string): Promise<Response> {
    const path = pattern.replace(':caseId', caseId).replaceAll(/:\w+/g, nowhere) + query;
    if (method === 'GET') return send('GET', path);
    if (door === 'token') return send('POST', path, { json: said });
    const first = await send('POST', path, { form: { ...said, form: this.older } });
    const seal = sealIn(first.text, path);
    return seal === undefined || endsVisit(path) ? first : send('POST', path, { form: { ...said, ...seal } });
  }
}

/** These would end the visit by which is asked; that they do nothing for a form of nobody's is enough here. */
const endsVisit = (path: string): boolean => /\/(?:stang|logga-ut)$/.test(path);

function verdictOn({ callerAt }: Asking, { policy, door, ofCase }: ARoute, subject: CaseSubject | undefined): Verdict {
  const caller = callerAt[door];
  if (policy === 'open') return 'allowed';
  if (!isCaseAction(policy)) return allow(caller, policy);
  if (ofCase) return allow(caller, isMove(policy) ? moveOf(subject) : policy, subject);
  return caller.kind === 'submitter' ? 'allowed' : 'unauthenticated';
}

/** To route and to send on are one thing: which it is, the case says. */
const isMove = (policy: string): boolean => policy === 'transfer' || policy === 'route';
const moveOf = (subject: CaseSubject | undefined) => (subject?.inTriage === true ? 'route' : 'transfer');

interface Answered {
  readonly route: ARoute;
  readonly answer: Response;
  readonly subject: CaseSubject | undefined;
}

/** What a verdict looks like from outside. */
function fits(verdict: Verdict, asking: Asking, answered: Answered): boolean {
  const { route, answer } = answered;
  if (verdict === 'allowed') return endsVisit(route.pattern) ? answer.status === 403 : route.allowed.includes(answer.status);
  if (verdict === 'hidden') return answer.status === 404;
  if (verdict === 'forbidden') return answer.status === 403 || (answer.status === 412 && isToldMoved(asking, answered));
  return leadsToSignIn(route) ? answer.status === 303 && signIn.test(String(answer.headers['location'])) : answer.status === 401;
}

const signIn = /\/logga-in\?till=/;
const leadsToSignIn = ({ door, method }: ARoute): boolean => door !== 'token' && method === 'GET';

/** A page tells who reads a case that it has moved on, before it tells them that they may not. */
const isToldMoved = ({ callerAt }: Asking, { route: { door, ofCase }, subject }: Answered): boolean =>
  door !== 'token' && ofCase && allow(callerAt[door], 'read-case', subject) === 'allowed';

/** Whether what is in a case may stand in an answer at a door. */
function mayRead({ callerAt }: Asking, { door }: ARoute, { subject }: AskedCase): boolean {
  const caller = callerAt[door];
  return allow(caller, caller.kind === 'submitter' ? 'follow-own' : 'read-case', subject) === 'allowed';
}

/** The answer, byte by byte but for the number of the request, the id that was asked for, and what is sealed into the forms. */
const alike = ({ status, text }: Response, caseId: string): string =>
  `${status} ${text}`.replaceAll(caseId, '').replaceAll(/"requestId":"[^"]*"|<code>[^<]*<\/code>|name="(?:form|token)" value="[^"]*"/g, '');

/** The hidden fields of the form on a page that is sent to a path. */
export function sealIn(html: string, path: string): Readonly<Record<string, string>> | undefined {
  const page = parseDocument(html);
  const form = DomUtils.getElementsByTagName('form', page).find(({ attribs }) => attribs['action'] === path);
  if (!form) return undefined;
  const fields = DomUtils.getElementsByTagName('input', form).map(
    ({ attribs }) => [attribs['name'] ?? '', attribs['value'] ?? ''] as const,
  );
  return Object.fromEntries(fields.filter(([name]) => name === 'form' || name === 'token'));
}

/** The seal of a form of the own case, which then moves on: no case has been seen as it is now. */
async function olderForm(server: AServer, everybody: readonly Asking[], { caseId }: AskedCase): Promise<string> {
  const slug = 'hanna.handlaggare-tn';
  const api = await apiOf(server, slug);
  const note = () => api.post(`/cases/${caseId}/notes`, { text: 'Ringde.' });
  for (let notes = 0; notes < 12; notes++) await note();
  const page = await everybody.find(({ name }) => name === slug)?.send('GET', `/arbete/arenden/${caseId}`);
  const form = sealIn(page?.text ?? '', `/arbete/arenden/${caseId}/anteckning`)?.form;
  if (form === undefined) throw new Error('the own case shows no form');
  await note();
  return form;
}
