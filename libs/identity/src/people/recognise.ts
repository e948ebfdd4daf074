import { type Identity } from '../openid/identity.js';
import { type Mac } from '../ids/mac.js';
import { type Directory } from './directory.js';
import { invitationIdOf, personStream } from './person-id.js';
import { type InvitationAccepted, type PersonSeen } from './person-events.js';

/** What to append to one stream; a conflict means that somebody was faster: fold what is new and recognise again. */
export interface PersonAppend {
  readonly stream: string;
  /** The correlation id of the events. */
  readonly correlationId: string;
  readonly expected: number | 'no-stream';
  readonly events: readonly (InvitationAccepted | PersonSeen)[];
}

/**
 * What a login makes known, to be appended in this order; nothing at most logins. An invitation is accepted once, by
 * whoever first comes with its address confirmed; who has the address later gets nothing by it.
 */
export function recognise(directory: Directory, identity: Identity, mac: Mac): readonly PersonAppend[] {
  return [...acceptInvitation(directory, identity, mac), ...seePerson(directory, identity, mac)];
}

/** How somebody is called, as an event. */
export function seen({ name, email }: Pick<Identity, 'name' | 'email'>, mac: Mac): PersonSeen {
  const digest = mac('person-seen', JSON.stringify([name, email ?? null])).toString('hex');
  return { type: 'PersonSeen', data: { name, ...(email === undefined ? {} : { email }), digest } };
}

function acceptInvitation(directory: Directory, { personId, email, emailVerified }: Identity, mac: Mac): readonly PersonAppend[] {
  if (email === undefined || !emailVerified) return [];
  const id = invitationIdOf(email, mac);
  const invitation = directory.get(id);
  if (!invitation || invitation.acceptedBy !== undefined || invitation.grants.length === 0) return [];
  return [appendTo(id, invitation.revision, { type: 'InvitationAccepted', data: { personId } })];
}

function seePerson(directory: Directory, identity: Identity, mac: Mac): readonly PersonAppend[] {
  const event = seen(identity, mac);
  const person = directory.get(identity.personId);
  if (person?.seen?.digest === event.data.digest) return [];
  return [appendTo(identity.personId, person?.revision ?? -1, event)];
}

function appendTo(id: string, revision: number, event: InvitationAccepted | PersonSeen): PersonAppend {
  return { stream: personStream(id), correlationId: id, expected: revision < 0 ? 'no-stream' : revision, events: [event] };
}
