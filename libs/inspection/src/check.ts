import type { Laid, Metadata, Position } from '#event-log';
import type { Place } from './findings.js';
import type { StreamEnd } from './stream-ends.js';

/** An event as the reading of a whole log meets it. */
export interface Met extends Laid {
  /** Undefined where they cannot be read. */
  readonly metadata: Metadata | undefined;
  /** Where the event stands that was met before it, in whatever stream. */
  readonly last: Position | undefined;
  /** The event before it in its stream. */
  readonly before: StreamEnd | undefined;
}

/** One property that every sound log has, folded over its events in their order. It keeps no more than does not grow with the log. */
export interface Check {
  /** What it looks at, in one word. */
  readonly kind: string;
  /** What is wrong with the event, in words and without anything that is sealed; undefined if nothing is. */
  meet(met: Met): string | undefined;
  /** What only the end of the log shows. */
  end?(): Iterable<{ readonly at?: Place; readonly what: string }>;
}
