import type { Recorded } from '#event-log';
import type { FrozenReport, FrozenTables } from '#views';

/** What was frozen, by whom and when. */
export type FrozenAnswer = (Told<FrozenReport> | Told<FrozenTables>) & {
  /** Of the list of its cases: whoever has the log can tell whether a list is the one. */
  readonly casesCommitment: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
};

type Told<Frozen> = Omit<Frozen, 'cases' | 'lastEvent' | 'reach'>;

/** Without the salt, by which lists could be tried; and without the event that was the last, which tells everybody that something happened. */
export function frozenAnswer({ data, metadata }: Recorded): FrozenAnswer {
  const { cases, lastEvent: _, ...told } = data as FrozenReport | FrozenTables;
  const { reach: __, ...frozen } = { reach: null, ...told };
  return { ...frozen, casesCommitment: cases.commitment, frozenAt: metadata.recordedAt, frozenBy: metadata.actor };
}
