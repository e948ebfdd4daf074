import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '#event-log';
import {
  directoryAfter,
  emptyDirectory,
  readRoleClaims,
  revokeRole,
  takesLastAdministrator,
  type Directory,
  type RecordedInPerson,
} from '#identity';
import { holdLock, Locked, type Lock } from '#sqlite';
import type { AskedRole } from './asked-role.js';
import { granteeIn } from './rights.js';
import { CannotDo } from './verb.js';
import type { Workplace } from './with-records.js';

/**
 * Takes a role only if an administrator is left. The log guards one stream and this asks about all people, so a lock lets only one process at a time
 * take that role away: two who revoke each other's do not both succeed.
 * @throws CannotDo
 */
export async function keepingAnAdministrator<Result>(
  { grant, who }: AskedRole,
  at: Workplace,
  revoke: () => Promise<Result>,
): Promise<Result> {
  if (grant.role !== 'administrator' || isGivenByGroups(at)) return revoke();
  const lock = await lockAlone(join(at.settings.dataDir, 'administrators.lock'));
  try {
    const [people, id] = [await everybody(at.log), granteeIn(at, who)];
    if (takesLastAdministrator(people, id, revokeRole(people.get(id), grant)))
      throw new CannotDo(`${who} is the last administrator. Grant the role to somebody else first.`);
    return await revoke();
  } finally {
    lock.release();
  }
}

function isGivenByGroups({ settings }: Workplace): boolean {
  const grants = Object.values(readRoleClaims(settings.organisation)?.grants ?? {});
  return grants.some(({ role }) => role === 'administrator');
}

const attempts = 40;

async function lockAlone(file: string): Promise<Lock> {
  for (let attempt = 1; ; attempt++) {
    try {
      return holdLock(file, 'alone');
    } catch (error) {
      if (!(error instanceof Locked)) throw error;
      if (attempt === attempts) throw new CannotDo('Somebody else is changing who administers. Try again.');
      await pause(25);
    }
  }
}

async function everybody(log: EventLog): Promise<Directory> {
  const enough = new AbortController();
  const events: RecordedInPerson[] = [];
  for await (const event of log.follow('start', { signal: enough.signal })) {
    if (event === 'caught-up') break;
    if (event.stream.startsWith('person-') && event.unreadable === undefined) events.push(event);
  }
  enough.abort();
  return directoryAfter(emptyDirectory, events);
}
