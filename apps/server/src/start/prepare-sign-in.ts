import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bearerVerifier, connectIssuer, createSealer, type LoginSettings, type SessionSettings } from '#identity';
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
  if (openId) return { signIn: signInAt(openId, { publicUrl, redirectUri, node }) };
  if (!evaluation) throw new Error('no issuer is set');
  const { bringEvaluationIssuer } = await import('../evaluation/bring-evaluation-issuer.js');
  const { openId: inside, mount } = await bringEvaluationIssuer({ settings, redirectUri, node });
  return { signIn: signInAt(inside, { publicUrl, redirectUri, node }), mount };
}

interface Wiring {
  readonly publicUrl: string;
  readonly redirectUri: string;
  readonly node: SynpunkterNode;
}

function signInAt(
  { issuer: url, clientId, clientSecret, audience, reachAt }: OpenIdSettings,
  { publicUrl, redirectUri, node }: Wiring,
): SignIn {
  const mac = node.mac;
  const issuer = connectIssuer({
    issuer: url,
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(reachAt !== undefined && { reachAt }),
  });
  const sessions: SessionSettings = { sealer: createSealer(mac('cookies', 'sealer')), publicUrl };
  const login: LoginSettings = { ...sessions, issuer, redirectUri, mac };
  return { sessions, login, roleClaims: undefined, verifyBearer: bearerVerifier({ issuer, audience, mac }) };
}
