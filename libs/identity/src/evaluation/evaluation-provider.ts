import { randomBytes } from 'node:crypto';
import { type ClientMetadata, type Configuration, errors, type FindAccount, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { apiAudience, evaluationClientId, evaluationIssuerUrl, interactionPath, mountPath, sessionCookieName } from './addresses.js';
import { claimsOf, type EvaluationPerson, findPerson } from './evaluation-people.js';
import { accessTokenLife } from './issue-token.js';
import { loginTroublePage, pageHeaders } from './pick-person-page.js';
import { ShortMemory } from './short-memory.js';
import { signingAlgorithm, type SigningKey } from './signing-key.js';

export interface ProviderSettings {
  readonly publicUrl: string;
  readonly people: readonly EvaluationPerson[];
  readonly redirectUris: readonly string[];
  readonly key: SigningKey;
}

/** An OpenID provider as the authority's would be: code flow only, PKCE, signed tokens. Only its people need no password. */
export function evaluationProvider(settings: ProviderSettings): Provider {
  const provider = new Provider(evaluationIssuerUrl(settings.publicUrl), configurationFor(settings));
  provider.proxy = true; // The mount states host and protocol in the headers of a proxy.
  return provider;
}

function configurationFor({ publicUrl, people, redirectUris, key }: ProviderSettings): Configuration {
  return {
    adapter: () => new ShortMemory(),
    jwks: { keys: [key] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: sessionCookieName, interaction: 'evaluation-interaction', resume: 'evaluation-resume' },
    },
    clients: [ourClient(redirectUris)],
    clientBasedCORS: () => false,
    claims: { profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false, // Name and address stand in the ID token, as most authorities' providers have it.
    enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
    extraTokenClaims: (_, token) => claimsOfAccount(people, 'accountId' in token ? token.accountId : undefined),
    findAccount: accountsOf(people),
    loadExistingGrant: grantEverythingAsked,
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => mountPath + interactionPath + uid },
    renderError: (ctx) => {
      ctx.set(pageHeaders());
      ctx.body = loginTroublePage('Begäran om inloggning var inte giltig, eller så är den för gammal.');
    },
    ttl: { AccessToken: accessTokenLife, AuthorizationCode: 60, Grant: accessTokenLife, IdToken: 300, Interaction: 900, Session: 900 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: true, getResourceServerInfo: (_, resource) => resourceServer(resource, publicUrl) },
    },
  };
}

function ourClient(redirectUris: readonly string[]): ClientMetadata {
  return {
    client_id: evaluationClientId,
    client_name: 'Synpunkter',
    token_endpoint_auth_method: 'none',
    id_token_signed_response_alg: signingAlgorithm,
    redirect_uris: [...redirectUris],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  };
}

function resourceServer(resource: string, publicUrl: string) {
  if (resource !== apiAudience(publicUrl)) throw new errors.InvalidTarget();
  return {
    audience: resource,
    scope: '',
    accessTokenTTL: accessTokenLife,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: signingAlgorithm } },
  } as const;
}

function accountsOf(people: readonly EvaluationPerson[]): FindAccount {
  return (_, slug) => {
    const claims = claimsOfAccount(people, slug);
    return claims && { accountId: slug, claims: () => ({ sub: slug, ...claims }) };
  };
}

function claimsOfAccount(people: readonly EvaluationPerson[], slug: string | undefined) {
  const person = slug === undefined ? undefined : findPerson(people, slug);
  return person && claimsOf(person);
}

/** Nobody is asked for consent to what their own employer's system asks. */
async function grantEverythingAsked({ oidc }: KoaContextWithOIDC) {
  if (!oidc.session?.accountId || !oidc.client) return undefined;
  const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}
