import type { Position, Revision } from '#event-log';

export interface Place {
  readonly position: Position;
  readonly stream: string;
  readonly revision: Revision;
  readonly id: string;
}

/** Something in a log that cannot be as the program wrote it. */
export interface Finding extends Partial<Place> {
  /** Which property of a sound log is hurt. */
  readonly kind: string;
  readonly what: string;
}

/** So many are told: who finds one thing wrong in a million events needs to see it, and not all of them. */
const mostTold = 100;

export class Findings {
  readonly told: Finding[] = [];
  count = 0;

  add(kind: string, what: string, at?: Place): void {
    this.count += 1;
    if (this.told.length === mostTold) return;
    const { position, stream, revision, id } = at ?? {};
    this.told.push({ kind, what, ...(at && { position, stream, revision, id }) } as Finding);
  }
}
