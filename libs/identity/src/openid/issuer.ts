import type { JWTVerifyGetKey } from 'jose';
import type { Configuration } from 'openid-client';

/** The authority's OpenID provider, and who we are there. */
export interface IssuerSettings {
  /** As in `https://login.example.se/realms/region`; https, or plain http on a loopback address. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client, which PKCE alone protects. */
  readonly clientSecret?: string;
  /** Another origin where this program reaches it, as in `http://127.0.0.1:3000`, when its public one leads through a proxy. */
  readonly reachAt?: string;
}

/** Thrown when the issuer does not answer, or not as an OpenID provider does. Try again later. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/** The issuer as it describes itself, asked once and kept; asked again at the next use if it did not answer. */
export interface Issuer {
  readonly url: string;
  readonly clientId: string;
  /** @throws IssuerUnavailable */
  configuration(): Promise<Configuration>;
  /** Its public keys, fetched again when a token names one that is not known. @throws IssuerUnavailable */
  keys(): Promise<JWTVerifyGetKey>;
}

const patience = 5; // seconds

/** @throws TypeError if the issuer's address is not a safe one; nothing is fetched yet, nor are the libraries that it takes loaded */
export function connectIssuer(settings: IssuerSettings): Issuer {
  const url = new URL(settings.issuer);
  if (url.protocol !== 'https:' && !isLoopback(url)) throw new TypeError('The issuer must be reached by https');
  const configuration = keepOnceFound(() => discover(url, settings));
  const keys = keepOnceFound(async () => keySetOf(await configuration(), settings));
  return { url: settings.issuer, clientId: settings.clientId, configuration, keys };
}

async function discover(url: URL, settings: IssuerSettings): Promise<Configuration> {
  const openid = await import('openid-client');
  // Signatures are checked although TLS protects the channel: a proxy may end it, and evaluation has none.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; only on a loopback address
  const execute = [openid.enableNonRepudiationChecks, ...(isLoopback(url) ? [openid.allowInsecureRequests] : [])];
  const authentication = settings.clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(settings.clientSecret);
  const options = { execute, timeout: patience, [openid.customFetch]: fetchFrom(settings) };
  try {
    const configuration = await openid.discovery(url, settings.clientId, { [openid.clockTolerance]: 60 }, authentication, options);
    configuration.timeout = patience;
    return configuration;
  } catch (cause) {
    throw new IssuerUnavailable('The OpenID provider could not be asked', { cause });
  }
}

async function keySetOf(configuration: Configuration, settings: IssuerSettings): Promise<JWTVerifyGetKey> {
  const { createRemoteJWKSet, customFetch } = await import('jose');
  const address = configuration.serverMetadata().jwks_uri;
  if (address === undefined) throw new IssuerUnavailable('The OpenID provider names no keys');
  return createRemoteJWKSet(new URL(address), { timeoutDuration: patience * 1000, [customFetch]: fetchFrom(settings) });
}

/** The ordinary `fetch`, past the proxy if there is one to pass. */
function fetchFrom({ issuer, reachAt }: IssuerSettings): (url: string, options: object) => Promise<Response> {
  const { origin } = new URL(issuer);
  return (url, options) => fetch(reachAt !== undefined && url.startsWith(`${origin}/`) ? reachAt + url.slice(origin.length) : url, options);
}

function keepOnceFound<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

const isLoopback = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname));
