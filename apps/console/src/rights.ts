import { deriveUuid, WrongRevision, type EventLog } from '#event-log';
import {
  emptyDirectory,
  evaluationIssuerUrl,
  evolveDirectory,
  granteeOf,
  personStream,
  type Grant,
  type Person,
  type PersonEvents,
} from '#identity';
import type { AskedRole } from './asked-role.js';
import { now } from './surroundings.js';
import { CannotDo } from './verb.js';
import type { Workplace } from './with-records.js';

/** What somebody holds after a change of their rights. */
export interface Rights {
  readonly who: string;
  /** The pseudonym of the person or of the invitation. */
  readonly id: string;
  readonly grants: readonly Grant[];
  /** Whether the rights wait for somebody to log in with the address. */
  readonly waits: boolean;
  readonly changed: boolean;
}

type Decide = (person: Person | undefined, grant: Grant) => readonly PersonEvents[];

const attempts = 3;

/**
 * Changes the rights of a person or an invitation, beside a running server, which follows within a moment.
 * @throws CannotDo if a board is unknown
 */
export async function changeRights({ grant, who }: AskedRole, decide: Decide, at: Workplace): Promise<Rights> {
  await requireBoards(at.log, grant.boards);
  const id = granteeIn(at, who);
  for (let attempt = 1; ; attempt++) {
    try {
      return await change({ id, who, decide: (person) => decide(person, grant) }, at.log);
    } catch (error) {
      if (!(error instanceof WrongRevision) || attempt === attempts) throw error;
    }
  }
}

/** The pseudonym under which somebody's rights are recorded. */
export const granteeIn = (at: Workplace, who: string): string =>
  granteeOf(who, issuerOf(at), (purpose, value) => at.keys.mac(purpose, value));

interface Change {
  readonly id: string;
  readonly who: string;
  readonly decide: (person: Person | undefined) => readonly PersonEvents[];
}

async function change({ id, who, decide }: Change, log: EventLog): Promise<Rights> {
  const { person, recordedAt } = await read(log, id);
  const events = decide(person);
  const head = person?.revision ?? 'no-stream';
  if (events.length > 0) {
    const commandId = deriveUuid('rights', id, String(head), JSON.stringify(events));
    await log.append(personStream(id), head, events, { actor: 'console', commandId, correlationId: id, recordedAt });
  }
  const after = events.length > 0 ? (await read(log, id)).person : person;
  const waits = who.includes('@') && after?.acceptedBy === undefined;
  return { who, id, grants: after?.grants ?? [], waits, changed: events.length > 0 };
}

/** The person as the log tells it, and when the next event may be recorded: never before the last. */
async function read(log: EventLog, id: string): Promise<{ readonly person: Person | undefined; readonly recordedAt: string }> {
  let directory = emptyDirectory;
  let recordedAt = now();
  for await (const event of log.read(personStream(id))) {
    directory = evolveDirectory(directory, event);
    if (event.metadata.recordedAt > recordedAt) recordedAt = event.metadata.recordedAt;
  }
  return { person: directory.get(id), recordedAt };
}

/** A role for a board that does not exist would be a right that nobody sees. */
async function requireBoards(log: EventLog, boards: Grant['boards']): Promise<void> {
  for (const code of boards === 'all' ? [] : boards) {
    let known = false;
    for await (const { type } of log.read(`board-${code.toLowerCase()}`, { limit: 1 })) known = type === 'BoardPublished';
    if (!known) throw new CannotDo(`There is no board ${code} in this log.`);
  }
}

const issuerOf = ({ settings: { openId, publicUrl } }: Workplace): string => openId?.issuer ?? evaluationIssuerUrl(publicUrl);
