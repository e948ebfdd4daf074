import { headOf, importOrganisation } from '#commands';
import { beginStream, deriveUuid, neverBack, type EventLog } from '#event-log';
import { introducedKinds, noticeKindsStream } from '#notices';
import type { OrganisationEvent } from '#organisation';
import { datedWorkStream } from '#reactions';

interface Introduction {
  readonly log: EventLog;
  readonly organisation: () => Promise<readonly OrganisationEvent[]>;
  readonly now: () => string;
}

/**
 * Tells an empty log what the organisation is, and every log which kinds of notice this program knows and that it does dated work. Several processes may
 * do it at once: the appends name their revision, and who loses finds it done.
 */
export async function introduce({ log, organisation, now }: Introduction): Promise<void> {
  const told = new Set<string>();
  for await (const { data } of log.read(noticeKindsStream)) told.add((data as { kind: string }).kind);
  if (told.size === 0) await importOrganisation(log, await organisation(), { actor: 'system', at: now() });

  for (const kind of introducedKinds.filter((one) => !told.has(one))) {
    const head = await headOf(log, noticeKindsStream);
    await log.append(noticeKindsStream, head, [{ type: 'NoticeKindIntroduced', data: { kind } }], {
      actor: 'system',
      commandId: deriveUuid('introduce', kind),
      correlationId: deriveUuid(noticeKindsStream),
      recordedAt: await neverBack(log, noticeKindsStream, now()),
    });
  }
  await beginStream(log, datedWorkStream, [{ type: 'DatedWorkBegun', data: {} }], {
    actor: 'system',
    commandId: deriveUuid('begin', datedWorkStream),
    correlationId: deriveUuid(datedWorkStream),
    recordedAt: now(),
  });
}
