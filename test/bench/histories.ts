import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '#cases';
import type { EventLog } from '#event-log';
import { referenceOf } from '#identity';
import { caseClassified, caseClosed, caseReceived, caseRegistered, caseRouted, answerGiven, promiseMade } from '#test/case-events';

const boards = ['RS', 'TN', 'MBN', 'BUN', 'GVN', 'SON', 'HSN'];
const kinds = ['forslag', 'klagomal', 'berom', 'fraga'] as const;
const firstDay = Date.UTC(2026, 0, 1);

/** What a submission appends: received with sealed fields, classified, routed, promised. */
export function submission(number: number): { caseId: string; events: CaseEvent[] } {
  const caseId = randomUUID();
  const board = boards[number % boards.length] ?? 'RS';
  const day = (offset: number): string => new Date(firstDay + (offset % 365) * 86_400_000).toISOString().slice(0, 10);
  const received = caseReceived({
    caseId,
    reference: referenceOf(caseId, 'RG'),
    kind: kinds[number % kinds.length] ?? 'fraga',
    accessCodeHash: randomHash(),
    receivedDate: day(number),
    contact: { name: 'Karin Lindqvist', email: `karin.lindqvist.${number}@example.com` },
  });
  return {
    caseId,
    events: [
      received,
      caseClassified(),
      caseRouted({ board }),
      promiseMade({ promise: 'acknowledgement', due: day(number) }),
      promiseMade({ due: day(number + 14) }),
    ],
  };
}

/** A ready history: most cases are answered, half are closed. */
function history(number: number): { caseId: string; events: CaseEvent[] } {
  const { caseId, events } = submission(number);
  const registered = caseRegistered({ board: boards[number % boards.length] ?? 'RS', diaryNumber: `TN 2026/${number + 1}` });
  const later = [registered, ...(number % 4 ? [answerGiven()] : []), ...(number % 2 ? [caseClosed({ outcome: 'explained' })] : [])];
  return { caseId, events: [...events, ...later] };
}

/**
 * Appends so many ready histories through the codec, many at once so that they share their commits; while some are written, the next are
 * sealed.
 */
export async function appendHistories(log: EventLog, count: number): Promise<void> {
  const atOnce = 512;
  let written: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < count; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - first) }, (_case, index) => history(first + index));
    const next = Promise.all(some.map((one) => append(log, one)));
    await written;
    written = next;
  }
  await written;
}

export const append = (log: EventLog, { caseId, events }: { caseId: string; events: CaseEvent[] }) =>
  log.append(`case-${caseId}`, 'no-stream', events, {
    actor: 'submitter',
    commandId: randomUUID(),
    correlationId: caseId,
    recordedAt: new Date().toISOString(),
  });

const randomHash = (): string => (randomUUID() + randomUUID()).replaceAll('-', '');
