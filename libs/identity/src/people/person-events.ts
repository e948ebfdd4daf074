import { type Grant } from '../policy/caller.js';

/** A personal value: in clear when it is written; sealed, as the log hands it on, when it is read. `#keys` opens it. */
export type Personal = string | { readonly sealed: string; readonly place: string };

interface PersonEvent<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Data;
}

/** A person holds a role from now on, for these boards besides those it was held for before. */
export type RoleGranted = PersonEvent<'RoleGranted', Grant>;

/** A person no longer holds a role for these boards; `all` ends the role. */
export type RoleRevoked = PersonEvent<'RoleRevoked', Grant>;

/** Somebody logged in with the address that rights were granted to, and has them from now on. In the stream of the invitation. */
export type InvitationAccepted = PersonEvent<'InvitationAccepted', { readonly personId: string }>;

/** How a person is called, as the issuer said at a login; recorded at the first and when it changed. */
export type PersonSeen = PersonEvent<
  'PersonSeen',
  {
    readonly name: Personal;
    readonly email?: Personal;
    /** A keyed hash of both, so that a login can tell whether they changed without opening them. */
    readonly digest: string;
  }
>;

/** A session ended, or every session that began before now. */
export type SignedOut = PersonEvent<'SignedOut', { readonly session: string }>;

/** In the `session` of `SignedOut`: every session of the person that began before the event was recorded. */
export const everySession = 'every';

/** All that a stream `person-…` can hold. */
export type PersonEvents = RoleGranted | RoleRevoked | InvitationAccepted | PersonSeen | SignedOut;

/** The name of every event that tells of a person. */
export const personEventTypes: readonly PersonEvents['type'][] = [
  'RoleGranted',
  'RoleRevoked',
  'InvitationAccepted',
  'PersonSeen',
  'SignedOut',
];
