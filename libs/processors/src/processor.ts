import type { Recorded } from '#event-log';
import type { Checkpoint } from './checkpoint.js';

/** Whatever follows the log, with an identity that outlives the process: its name. */
export interface Processor {
  readonly name: string;

  /** How far it has come; undefined at the very beginning. */
  checkpoint(): Checkpoint | undefined;

  /** Forgets everything: the log under it is not the one it followed. */
  restart(): void;

  /**
   * Takes the next events in order and remembers the last as its checkpoint, both or neither.
   * @returns false if another process moved this checkpoint meanwhile; nothing was written
   */
  take(events: readonly Recorded[], logId: string): boolean;

  /** Called each time the end of the log is reached. */
  caughtUp?(): void;
}
