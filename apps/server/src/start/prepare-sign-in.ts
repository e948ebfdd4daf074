import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  bearerVerifier,
  connectIssuer,
  createSealer,
  readRoleClaims,
  type LoginSettings,
  type RoleClaims,
  type SessionSettings,
} from '#identity';
import type { SynpunkterNode } from '#node';
import type { OpenIdSettings, Settings } from '#settings';
import type { SignIn } from '../access/sign-in.js';

export interface PreparedSignIn {
  readonly signIn: SignIn;
  /** Serves the issuer inside the program, in evaluation. */
  readonly mount?: (app: NestFastifyApplication) => void;
}

/** Connects to the authority's issuer or, in evaluation where none is set, brings one along with named people of every role. */
export async function prepareSignIn(settings: Settings, node: SynpunkterNode): Promise<PreparedSignIn> {
  const { publicUrl, openId, evaluation } = settings;
  const redirectUri = `${publicUrl}/arbete/inloggad`;
  const wiring = { publicUrl, redirectUri, node, roleClaims: readRoleClaims(settings.organisation) };
  if (openId) return { signIn: signInAt(openId, wiring) };
  if (!evaluation) throw new Error('no issuer is set');
  const { bringEvaluationIssuer } = await import('../evaluation/bring-evaluation-issuer.js');
  const { openId: inside, mount } = await bringEvaluationIssuer({ settings, redirectUri, node });
  return { signIn: signInAt(inside, wiring), mount };
}

interface Wiring {
  readonly publicUrl: string;
  readonly redirectUri: string;
  readonly node: SynpunkterNode;
  /** What the issuer's groups give, if the organisation says so. */
  readonly roleClaims: RoleClaims | undefined;
}

function signInAt(
  { issuer: url, clientId, clientSecret, audience, acceptedAcr, maxAge, reachAt }: OpenIdSettings,
  { publicUrl, redirectUri, node, roleClaims }: Wiring,
): SignIn {
  const mac = node.mac;
  const issuer = connectIssuer({
    issuer: url,
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(reachAt !== undefined && { reachAt }),
  });
  const sessions: SessionSettings = { sealer: createSealer(mac('cookies', 'sealer')), publicUrl };
  const asked = { issuer, mac, ...(roleClaims && { roleClaims }), ...(acceptedAcr && { acceptedAcr }) };
  const login: LoginSettings = { ...asked, ...sessions, redirectUri, ...(maxAge !== undefined && { maxAge }) };
  return { sessions, login, roleClaims, verifyBearer: bearerVerifier({ ...asked, audience }) };
}
