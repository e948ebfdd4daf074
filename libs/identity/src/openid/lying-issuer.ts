import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';

/** For tests: an OpenID provider over real HTTP whose tokens a test may spoil in any way, and which can fall silent. */
export interface LyingIssuer {
  readonly url: string;
  /** What the next ID tokens say beside, or instead of, what is right; undefined leaves a claim out. */
  claims: Record<string, unknown>;
  /** Makes the token that is handed out as ID token, if not an honest one. */
  forge: ((claims: Record<string, unknown>) => Promise<string> | string) | undefined;
  /** Paths that answer with this status instead. */
  readonly broken: Map<string, number>;
  /** What came to the token endpoint last. */
  lastExchange: URLSearchParams;
  /** Signs claims with the key that is published. */
  sign(claims: Record<string, unknown>, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** Signs claims with a key that is not published. */
  signWithAnotherKey(claims: Record<string, unknown>, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The public key as PEM, with which some verifiers can be made to check a shared-secret signature. */
  readonly publicPem: string;
  /** Publishes and uses a new key; the old one is gone. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

const alg = 'ES256';

export async function startLyingIssuer(): Promise<LyingIssuer> {
  const [honest, foreign] = [await generateKeyPair(alg), await generateKeyPair(alg)];
  let current = honest;
  let kid = 'first';
  const published = async (): Promise<{ keys: JWK[] }> => ({ keys: [{ ...(await exportJWK(current.publicKey)), kid, alg, use: 'sig' }] });
  const signBy =
    (pair: 'current' | 'foreign') =>
    (claims: Record<string, unknown>, header: Partial<JWTHeaderParameters> = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(pair === 'current' ? current.privateKey : foreign.privateKey);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const issuer: LyingIssuer = {
    url,
    claims: {},
    forge: undefined,
    broken: new Map(),
    lastExchange: new URLSearchParams(),
    sign: signBy('current'),
    signWithAnotherKey: signBy('foreign'),
    publicPem: await exportSPKI(honest.publicKey),
    rotate: async () => {
      current = await generateKeyPair(alg);
      kid = 'second';
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const status = issuer.broken.get(path);
    if (status !== undefined) send(response, status, {});
    else if (path === '/jwks') send(response, 200, await published());
    else if (path === '/token') send(response, 200, await exchange(await text(request)));
    else send(response, 200, metadata(url));
  }

  async function exchange(body: string): Promise<object> {
    issuer.lastExchange = new URLSearchParams(body);
    const idToken = await (issuer.forge ?? issuer.sign)(honestly(url, issuer.claims));
    return { access_token: 'opaque', token_type: 'Bearer', id_token: idToken };
  }

  return issuer;
}

/** Claims as an honest issuer makes them, with what the test says instead. */
export function honestly(url: string, lies: Record<string, unknown>): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return { iss: url, sub: 'hanna', aud: 'synpunkter', iat: now, exp: now + 300, name: 'Hanna', ...lies };
}

function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [alg],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
