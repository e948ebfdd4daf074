import { type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Provider } from 'oidc-provider';
import { apiAudience, evaluationClientId, evaluationIssuerUrl, interactionPath, mountPath, sessionCookieName } from './addresses.js';
import { type EvaluationPerson, findPerson } from './evaluation-people.js';
import { loginTroublePage, pageHeaders, pickPersonPage } from './pick-person-page.js';
import { signingKey } from './signing-key.js';

export interface EvaluationSettings {
  readonly publicUrl: string;
  /** Where `evaluation/signing-key.json` is kept. */
  readonly dataFolder: string;
  readonly people: readonly EvaluationPerson[];
  /** Where our pages, and whoever else logs in here, want the browser back. */
  readonly redirectUris: readonly string[];
}

/** The OpenID provider of the evaluation, to be mounted in the server: same process, same port, same protocols. */
export interface EvaluationIssuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
  /** Every request whose path is this or begins with this and a slash goes to `handle`, before its body is read. */
  readonly mountPath: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export async function startEvaluationIssuer({
  publicUrl,
  dataFolder,
  people,
  redirectUris,
}: EvaluationSettings): Promise<EvaluationIssuer> {
  const key = await signingKey(dataFolder);
  const provider = madeAtFirstUse(async () => {
    const { evaluationProvider } = await import('./evaluation-provider.js');
    return evaluationProvider({ publicUrl, people, redirectUris, key });
  });
  return {
    issuer: evaluationIssuerUrl(publicUrl),
    clientId: evaluationClientId,
    audience: apiAudience(publicUrl),
    mountPath,
    handle: async (request, response) => {
      mount(request, new URL(publicUrl));
      if (request.url?.startsWith(interactionPath)) await interact({ provider: await provider(), people, redirectUris }, request, response);
      else await (await provider()).callback()(request, response);
    },
  };
}

/** The provider is a third of all that the program would load; a start without a login does without it. */
function madeAtFirstUse<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/**
 * Makes a request to the server one to the provider. Whatever host it came by, the provider answers with addresses under
 * the public URL, and believes no header that says otherwise.
 */
function mount(request: IncomingMessage, { host, protocol }: URL): void {
  const path = (request.url ?? '').slice(mountPath.length);
  Object.assign(request, { originalUrl: request.url, url: path.startsWith('/') ? path : `/${path}` });
  Object.assign(request.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
  request.headers.cookie = forgetful(request.headers.cookie ?? '');
}

/** Whoever evaluates wants to be several people in turn, so no login remembers an earlier one. */
function forgetful(cookies: string): string {
  const kept = cookies.split('; ').filter((cookie) => !cookie.startsWith(sessionCookieName));
  return kept.join('; ');
}

interface Interaction {
  readonly provider: Provider;
  readonly people: readonly EvaluationPerson[];
  readonly redirectUris: readonly string[];
}

async function interact(interaction: Interaction, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await interaction.provider.interactionDetails(request, response);
    if (request.method === 'POST') await pick(interaction, request, response);
    else letPick(interaction, response, 200);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SessionNotFound')) throw error;
    const page = loginTroublePage('Inloggningen är för gammal, eller så började den i en annan webbläsare.');
    response.writeHead(400, pageHeaders()).end(page);
  }
}

async function pick(interaction: Interaction, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { provider, people } = interaction;
  const slug = (await postedPerson(request)) ?? 'nobody';
  if (slug === '') await provider.interactionFinished(request, response, { error: 'access_denied' });
  else if (findPerson(people, slug)) await provider.interactionFinished(request, response, { login: { accountId: slug } });
  else letPick(interaction, response, 400);
}

function letPick({ people, redirectUris }: Interaction, response: ServerResponse, status: number): void {
  response.writeHead(status, pageHeaders(redirectUris)).end(pickPersonPage(people));
}

const longestForm = 1000;

async function postedPerson(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? Infinity) > longestForm) return undefined;
  return new URLSearchParams(await text(request)).get('person') ?? undefined;
}
