import type { Case } from '#cases';
import { openDeep } from '#keys';
import { localDate } from '#promises';
import type { CaseHistory, Step } from '#views';
import { namesIn } from './names.js';
import type { Workplace } from './with-records.js';

/** One step of a case as the console shows it: everything opened that can be. */
export interface ReplayedStep {
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  /** The local day on which it happened, which the data may say to be another than the day it was recorded. */
  readonly happened: string;
  readonly actor: string;
  /** Who that is, where it is known. */
  readonly who: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the event led to. */
  readonly state: Readonly<Record<string, unknown>>;
}

/** What is shown where a value was destroyed by decision, or does not open; `verify` says of each why. */
const instead = { destroyed: '[gallrad]', broken: '[kan inte visas]' };

/** The steps of a case, with names and opened fields. */
export async function replayed({ steps }: CaseHistory, at: Workplace): Promise<readonly ReplayedStep[]> {
  const nameOf = namesIn(at);
  const open = (value: unknown) => openDeep(at.keys, value, instead, () => undefined) as Record<string, unknown>;
  return Promise.all(
    steps.map(async ({ event, state }) => ({
      revision: event.revision,
      eventId: event.id,
      type: event.type,
      recordedAt: event.metadata.recordedAt,
      happened: dayOf(event),
      actor: event.metadata.actor,
      who: await nameOf(event.metadata.actor),
      data: open(event.data),
      state: open(flat(state)),
    })),
  );
}

function dayOf({ type, data, metadata }: Step['event']): string {
  if (type === 'CaseReceived') return data.receivedDate;
  if (type === 'CaseAcknowledged') return data.on;
  return localDate(metadata.recordedAt);
}

/** Where a case stands and what is known of it, side by side. */
function flat(state: Case): object {
  if (state.status === 'not-received') return state;
  const { known, ...standing } = state;
  return { ...standing, ...known };
}
