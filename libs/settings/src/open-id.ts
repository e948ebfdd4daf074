import type { Environment } from './environment.js';

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly audience: string;
  /** The strengths of login that will do; undefined is whatever the issuer demands. */
  readonly acceptedAcr?: readonly string[];
  /** How many seconds ago the identity may have been proved at the issuer; undefined is as long as a session may live. */
  readonly maxAge?: number;
  /** Another origin where this program reaches the issuer. */
  readonly reachAt?: string;
}

export function readOpenId(env: Environment, needed: boolean): OpenIdSettings | undefined {
  const isSet = needed || env.optional('OIDC_ISSUER') !== undefined;
  const settings = {
    issuer: isSet ? env.url('OIDC_ISSUER', undefined) : '',
    clientId: env.text('OIDC_CLIENT_ID', isSet ? undefined : ''),
    clientSecret: env.optional('OIDC_CLIENT_SECRET'),
    audience: env.text('OIDC_AUDIENCE', 'synpunkter-api'),
    ...readDemands(env),
  };
  if (settings.audience === settings.clientId)
    env.complain('OIDC_AUDIENCE', 'must differ from OIDC_CLIENT_ID, or tokens for sign-in would open the API');
  return isSet ? settings : undefined;
}

function readDemands(env: Environment): Pick<OpenIdSettings, 'acceptedAcr' | 'maxAge'> {
  const acceptedAcr = env.list('OIDC_ACCEPTED_ACR');
  const maxAge = env.optional('OIDC_MAX_AGE');
  if (maxAge !== undefined && !(/^\d{1,6}$/.test(maxAge) && Number(maxAge) >= 60))
    env.complain('OIDC_MAX_AGE', 'must be seconds, 60 to 999999');
  return { ...(acceptedAcr.length > 0 && { acceptedAcr }), ...(maxAge !== undefined && { maxAge: Number(maxAge) }) };
}
