import { join } from 'node:path';
import { allow, loadEvaluation, type Caller, type CaseSubject, type Verdict } from '#identity';
import { anApi, apiOf, type AnApi } from './an-api.js';
import type { ListedCase } from './an-authority.js';
import type { AServer } from './a-server.js';
import { eventually } from './eventually.js';
import { routesOfCases, type CaseRoute } from './routes-of-cases.js';

/** How a case can stand to the people of the evaluation. */
export type Kind = 'own' | 'other' | 'triage' | 'triage, may be secret' | 'offered' | 'offered, secret' | 'secret' | 'missing';

/** A case to be asked for, and what is true of it; one that does not exist has nothing that is true. */
interface Asked {
  readonly caseId: string;
  readonly subject: CaseSubject | undefined;
}

/** Who asks, and as whom the policy sees them. */
export interface Asking {
  readonly name: string;
  readonly api: AnApi;
  readonly caller: Caller;
}

/** A server with a case of each kind, everybody who can ask, and every route of a case as the server declares it. */
export interface Authorisation {
  readonly everybody: readonly Asking[];
  readonly kinds: readonly Kind[];
  readonly routes: readonly CaseRoute[];
  /** What is wrong with the answer to one of them, if anything is. Nothing is changed by it: whoever may do it has seen an older case. */
  judge(asking: Asking, kind: Kind, route: CaseRoute): Promise<string | undefined>;
}

const nowhere = '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13';
const said = {
  roads: { category: 'GATA.SNOROJNING' },
  building: { text: 'Bygglovet dröjer och ingen svarar.', category: 'BYGG.BYGGLOV' },
  care: { text: 'Hemtjänsten kommer olika tider.', category: 'AO.HEMTJANST' },
  unclear: { text: 'Hej hej, det här var konstigt.' },
  protectedIdentity: { text: 'Jag har skyddade personuppgifter. Det är mörkt.' },
};

/** Prepares the cases of the matrix; takes some seconds. */
export async function authorisationOn(server: AServer): Promise<Authorisation> {
  const cases = await casesOn(server);
  return {
    everybody: await everybodyAt(server),
    kinds: Object.keys(cases) as Kind[],
    routes: routesOfCases(),
    judge: async ({ name, api, caller }, kind, route) => {
      const expected = allow(caller, actionFor(route, cases[kind].subject), cases[kind].subject);
      const { status, body } = await ask(api, route, cases[kind].caseId);
      const what = `${name}, ${kind}, ${route.method} ${route.path}: ${expected} by the policy, answered ${status}`;
      if (!fits[expected](status)) return what;
      if (expected !== 'hidden') return undefined;
      const missing = await ask(api, route, nowhere);
      return missing.status === status && missing.body === body ? undefined : `${what}, and unlike a case that does not exist`;
    },
  };
}

/** What a verdict looks like from outside. Who may do it is told that the case has moved on, or has no such thing. */
const fits: Readonly<Record<Verdict, (status: number) => boolean>> = {
  allowed: (status) => [200, 201, 409, 412, 422].includes(status),
  forbidden: (status) => status === 403,
  hidden: (status) => status === 404,
  unauthenticated: (status) => status === 401,
};

/** The one route that is two things: it routes what nobody has routed yet. */
const actionFor = ({ action }: CaseRoute, subject: CaseSubject | undefined) =>
  action === 'transfer' && subject?.inTriage === true ? 'route' : action;

/** The answer, byte by byte but for the number of the request. */
async function ask(api: AnApi, { method, path, body }: CaseRoute, caseId: string): Promise<{ status: number; body: string }> {
  const at = path.replace(':caseId', caseId);
  const { status, text } = method === 'GET' ? await api.get(at) : await api.post(at, body, { 'if-match': '"900000"' });
  return { status, body: text.replace(/"requestId":"[^"]*"/, '') };
}

async function everybodyAt(server: AServer): Promise<Asking[]> {
  const { readEvaluationPeople } = await loadEvaluation(undefined);
  const people = readEvaluationPeople(join(process.cwd(), 'organisations/region-gotland'));
  const staff = await Promise.all(
    people.map(async ({ slug, name, grants }): Promise<Asking> => {
      const caller: Caller = { kind: 'staff', personId: slug, name, grants };
      return { name: slug, api: await apiOf(server, slug), caller };
    }),
  );
  return [...staff, { name: 'nobody', api: anApi(server), caller: { kind: 'anonymous' } }];
}

async function casesOn(server: AServer): Promise<Readonly<Record<Kind, Asked>>> {
  const made = async (what: object, reader: string): Promise<ListedCase> => {
    const submission = { kind: 'klagomal', language: 'sv', text: 'Plogbilen har inte kört på tre dagar.', ...what };
    const { reference } = (await anApi(server).post('/submissions', submission)).body as { reference: string };
    const api = await apiOf(server, reader);
    const listed = async () => (await api.get('/cases?limit=200')).body.cases as readonly ListedCase[];
    return eventually(async () => (await listed()).find((one) => one.reference === reference && one.diaryNumbers.length > 0));
  };
  const asked = ({ caseId }: ListedCase, boardCode: string, more: Partial<CaseSubject> = {}): Asked => ({
    caseId,
    subject: { caseId, boardCode, secrecy: false, inTriage: false, ...more },
  });
  const offer = async (one: ListedCase, officer: string): Promise<ListedCase> => {
    const api = await apiOf(server, officer);
    const { status } = await api.post(`/cases/${one.caseId}/transfers`, { board: 'TN', reason: 'Er fråga.', secrecyBasis: 'no-harm' });
    if (status !== 201) throw new Error(`the case was not offered: ${status}`);
    return one;
  };
  return {
    own: asked(await made(said.roads, 'hanna.handlaggare-tn'), 'TN'),
    other: asked(await made(said.building, 'hedda.handlaggare-mbn'), 'MBN'),
    triage: asked(await made(said.unclear, 'karin.kundtjanst'), 'RS', { inTriage: true }),
    'triage, may be secret': asked(await made(said.protectedIdentity, 'karin.kundtjanst'), 'RS', { inTriage: true, secrecy: true }),
    offered: asked(await offer(await made(said.building, 'hedda.handlaggare-mbn'), 'hedda.handlaggare-mbn'), 'MBN', { offeredTo: 'TN' }),
    'offered, secret': asked(await offer(await made(said.care, 'helena.handlaggare-son'), 'helena.handlaggare-son'), 'SON', {
      offeredTo: 'TN',
      secrecy: true,
    }),
    secret: asked(await made(said.care, 'helena.handlaggare-son'), 'SON', { secrecy: true }),
    missing: { caseId: nowhere, subject: undefined },
  };
}
