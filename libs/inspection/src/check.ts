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

/** One whose data and metadata are in form, so that they can be taken for what they say. */
export interface InForm extends Met {
  readonly metadata: Metadata;
}

/** One property that every sound log has, folded over its events in their order. What it keeps in memory does not grow with the log. */
export interface Check<Event extends Met = Met> {
  /** What it looks at, in one word. */
  readonly kind: string;
  /** What is wrong with the event, in words and without anything that is sealed; undefined if nothing is. */
  readonly meet: (met: Event) => string | undefined;
  /** What only the end of the log shows. */
  readonly end?: () => Iterable<{ readonly at?: Place; readonly what: string }>;
}
