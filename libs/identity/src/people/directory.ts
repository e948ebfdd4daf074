import { type Caller, type Grant } from '../policy/caller.js';
import { sessionLife } from '../session/session-life.js';
import { add, take } from './grants.js';
import { everySession, type PersonEvents, type PersonSeen } from './person-events.js';

/** What is known of a person, or of an invitation, which is a person nobody has been recognised as yet. */
export interface Person {
  /** The revision of the last event, for the next append. */
  readonly revision: number;
  readonly grants: readonly Grant[];
  /** Who accepted it, if this is an invitation that somebody accepted. */
  readonly acceptedBy?: string;
  /** The invitations that this person accepted. */
  readonly invitations: readonly string[];
  /** As recorded: name and address are sealed. */
  readonly seen?: PersonSeen['data'];
  /** Sessions that were ended, and when (ISO 8601); only those that would otherwise still live. */
  readonly signedOut: readonly { readonly session: string; readonly at: string }[];
}

/** Everyone who holds rights or was seen, by person id or invitation id. Small: it fits in the memory of every node. */
export type Directory = ReadonlyMap<string, Person>;

/** An event of a stream `person-…` as the log hands it on. Events of other streams may be passed and change nothing. */
export interface RecordedInPerson {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: object;
  readonly metadata: { readonly recordedAt: string };
}

export const emptyDirectory: Directory = new Map();

const stranger: Person = { revision: -1, grants: [], invitations: [], signedOut: [] };
const prefix = 'person-';

/** The directory after more events of the log, on every node the same; a right or a session ends when this has run. */
export function directoryAfter(directory: Directory, events: readonly RecordedInPerson[]): Directory {
  const ofPeople = events.filter(({ stream }) => stream.startsWith(prefix));
  if (ofPeople.length === 0) return directory;
  const next = new Map(directory);
  for (const event of ofPeople) tell(next, event as RecordedInPerson & PersonEvents);
  return next;
}

export const evolveDirectory = (directory: Directory, event: RecordedInPerson): Directory => directoryAfter(directory, [event]);

function tell(directory: Map<string, Person>, event: RecordedInPerson & PersonEvents): void {
  const id = event.stream.slice(prefix.length);
  const before = directory.get(id) ?? stranger;
  const after = { ...evolvePerson(before, event), revision: event.revision };
  directory.set(id, after);
  if (after.acceptedBy !== undefined && before.acceptedBy === undefined) invite(directory, after.acceptedBy, id);
}

function invite(directory: Map<string, Person>, personId: string, invitation: string): void {
  const person = directory.get(personId) ?? stranger;
  directory.set(personId, { ...person, invitations: [...person.invitations, invitation] });
}

/** What a person may do now: the person's own grants and those of the invitations that this person accepted. */
export function grantsOf(directory: Directory, personId: string): readonly Grant[] {
  const person = directory.get(personId);
  if (!person) return [];
  return [...person.grants, ...person.invitations.flatMap((invitation) => directory.get(invitation)?.grants ?? [])];
}

/** The ids of those who have such a caller's rights, as in "who can be assigned this case". Invitations are left out. */
export function peopleWho(directory: Directory, may: (caller: Caller) => boolean): readonly string[] {
  return [...directory.keys()].filter((personId) => isOneWho(directory, personId, may));
}

/** Whether somebody who was seen has such a caller's rights. */
export const isOneWho = (directory: Directory, personId: string, may: (caller: Caller) => boolean): boolean =>
  directory.get(personId)?.seen !== undefined && may({ kind: 'staff', personId, name: '', grants: grantsOf(directory, personId) });

function evolvePerson(person: Person, event: RecordedInPerson & PersonEvents): Person {
  switch (event.type) {
    case 'RoleGranted':
      return { ...person, grants: add(person.grants, event.data) };
    case 'RoleRevoked':
      return { ...person, grants: take(person.grants, event.data) };
    case 'InvitationAccepted':
      return { ...person, acceptedBy: person.acceptedBy ?? event.data.personId };
    case 'PersonSeen':
      return { ...person, seen: event.data };
    case 'SignedOut':
      return { ...person, signedOut: ended(person, event.data.session, event.metadata.recordedAt) };
  }
  // A newer program may have written a type that this one does not know; it follows the log all the same.
  return person;
}

/** From when on a sign-out still matters to whoever signs out at an instant: later than its own life no session needs ending (ISO 8601). */
export function outlivedBySignOut({ type, metadata }: Pick<RecordedInPerson, 'type' | 'metadata'>): string | undefined {
  return type === 'SignedOut' ? new Date(sessionsAliveAt(metadata.recordedAt)).toISOString() : undefined;
}

const sessionsAliveAt = (at: string): number => Date.parse(at) - sessionLife.absolute;

/** A session that began before its longest life ago is over by itself, so the list stays short for ever. */
function ended(person: Person, session: string, at: string): Person['signedOut'] {
  const alive = person.signedOut.filter((earlier) => Date.parse(earlier.at) >= sessionsAliveAt(at));
  return [...(session === everySession ? [] : alive), { session, at }];
}
