import type { Identity, LoginSettings, RoleClaims, SessionSettings } from '#identity';

/** How people of the staff prove who they are: at the authority's issuer, or at the one inside the program in evaluation. */
export abstract class SignIn {
  abstract readonly sessions: SessionSettings;
  abstract readonly login: LoginSettings;
  abstract readonly roleClaims: RoleClaims | undefined;
  abstract verifyBearer(token: string): Promise<Identity | 'invalid' | 'unavailable'>;
}
