import type { LocalDate } from '../calendar-day.js';
import { firstDelivery } from './delivered.js';
import type { Correction, DateChange, Extension, PromiseRecord } from './promise-record.js';

/** Why a change did not move the date. */
export type NoMove =
  | 'no-reason'
  | 'not-later'
  | 'too-many'
  | 'too-long'
  | 'not-delivered'
  | 'delivered-too-late'
  | 'not-in-the-citizens-favour'
  | 'extended-already';

export interface WeighedChange {
  readonly change: DateChange;
  /** The date that stood when it came. */
  readonly before: LocalDate;
  /** Undefined if it counts. */
  readonly why: NoMove | undefined;
}

/** The date last validly promised, and what each change did to it. */
export interface StandingDate {
  readonly due: LocalDate;
  readonly changes: readonly WeighedChange[];
}

/**
 * A date moves later only by a delay notice that arrived, with a reason and within what the policy allows, on or before the day it
 * replaces; and earlier only by a correction. A notice that bounces later never moved anything: the clock stands where it stood.
 */
export function standingDate({ due, extensionsAtMost = Infinity, changes }: PromiseRecord): StandingDate {
  let [standing, extensions] = [due, 0];
  const weighed: WeighedChange[] = [];
  for (const change of changes) {
    const why =
      change.kind === 'extension'
        ? weighExtension(change, standing, extensionsAtMost - extensions)
        : weighCorrection(change, standing, extensions);
    weighed.push({ change, before: standing, why });
    if (why !== undefined) continue;
    standing = change.due;
    if (change.kind === 'extension') extensions += 1;
  }
  return { due: standing, changes: weighed };
}

function weighExtension(extension: Extension, standing: LocalDate, left: number): NoMove | undefined {
  if (!extension.reasoned) return 'no-reason';
  if (extension.due <= standing) return 'not-later';
  if (left < 1) return 'too-many';
  if (extension.latest !== undefined && extension.due > extension.latest) return 'too-long';
  const delivered = firstDelivery([extension]);
  if (!delivered) return 'not-delivered';
  return delivered.on > standing ? 'delivered-too-late' : undefined;
}

/** A date that a delay notice has set was set by a person for a reason; no count gives it. */
function weighCorrection({ due }: Correction, standing: LocalDate, extensions: number): NoMove | undefined {
  if (extensions > 0) return 'extended-already';
  return due >= standing ? 'not-in-the-citizens-favour' : undefined;
}
