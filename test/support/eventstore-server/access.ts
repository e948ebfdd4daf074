import { status, type Metadata, type StatusObject } from '@grpc/grpc-js';
import { failure } from './messages.js';

/** Who is let in, by name; none: everybody, as with `--insecure`. */
export type Users = Readonly<Record<string, { readonly password: string; readonly readsAll: boolean }>>;

export const everybody: Users = {};

/** Why a call is refused, if it is. */
export function admit(users: Users, metadata: Metadata, needs: { readonly all?: boolean } = {}): Partial<StatusObject> | undefined {
  if (users === everybody) return undefined;
  const [name = '', password] = credentialsOf(metadata);
  const user = users[name];
  if (!user || user.password !== password) return failure(status.UNAUTHENTICATED, 'Authentication failed.');
  return needs.all && !user.readsAll ? failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }) : undefined;
}

function credentialsOf(metadata: Metadata): readonly string[] {
  const [, encoded = ''] = String(metadata.get('authorization')[0] ?? '').split(' ');
  return Buffer.from(encoded, 'base64').toString().split(':');
}
