import { randomUUID } from 'node:crypto';
import { emptyDirectory, evolveDirectory, personStream, type Directory, type Grant, type PersonEvents } from '#identity';
import { staffOf } from '#node';
import type { ALog } from './a-log.js';

const recordedAt = '2026-11-26T08:00:00.000Z';

/** The people of a log, as a node knows them by it. */
export function aStaff({ log, keys }: Pick<ALog, 'log' | 'keys'>) {
  let directory: Directory = emptyDirectory;

  /** Somebody logs in, is given a role, or has it taken away. */
  const happens = async (personId: string, ...events: PersonEvents[]): Promise<void> => {
    const stream = personStream(personId);
    const before = directory.get(personId)?.revision ?? -1;
    const context = { actor: 'console', commandId: randomUUID(), correlationId: personId, recordedAt };
    await log.append(stream, before === -1 ? 'no-stream' : before, events, context);
    for await (const event of log.read(stream, { from: before + 1 })) directory = evolveDirectory(directory, event);
  };

  return {
    staff: staffOf(() => directory, keys),
    happens,
    /** Somebody who has logged in once and holds these roles. */
    async somebody(email: string | undefined, ...grants: Grant[]): Promise<string> {
      const personId = randomUUID();
      const data = { name: 'Hanna Björk', ...(email !== undefined && { email }), digest: '0'.repeat(64) };
      await happens(personId, { type: 'PersonSeen', data }, ...grants.map((grant) => ({ type: 'RoleGranted', data: grant }) as const));
      return personId;
    },
  };
}

export type AStaff = ReturnType<typeof aStaff>;
