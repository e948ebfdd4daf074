import type { LocalDate } from '../calendar-day.js';
import type { CorrectionCause, Counted, PromiseKind } from './promise-fact.js';

/** The promises of one case, in the order they were made. */
export type Ledger = readonly PromiseRecord[];

/** A promise with all that has happened to it. Whether it was kept is no part of it: `judge` says so for a day. */
export interface PromiseRecord {
  /** The event that made it. */
  readonly id: string;
  readonly what: PromiseKind;
  readonly madeAt: string;
  readonly madeOn: LocalDate;
  /** As it was first told. */
  readonly due: LocalDate;
  /** Undefined where a person set the date. */
  readonly counted: Counted | undefined;
  /** How many delay notices may move the date; undefined is any number. */
  readonly extensionsAtMost: number | undefined;
  /** Everything that was to move the date, in order; whether it did is judged. */
  readonly changes: readonly DateChange[];
  /** Everything that was to keep it, in order. */
  readonly attempts: readonly Attempt[];
  readonly release: Release | undefined;
  /** Which action was promised. */
  readonly action: string | undefined;
}

export type DateChange = Extension | Correction;

/** A delay notice. It moves the date only if it arrives in time, so it is an attempt, too. */
export interface Extension extends Attempt {
  readonly kind: 'extension';
  readonly due: LocalDate;
  readonly reasoned: boolean;
  readonly latest: LocalDate | undefined;
}

export interface Correction {
  readonly kind: 'correction';
  readonly eventId: string;
  readonly on: LocalDate;
  readonly cause: CorrectionCause;
  readonly computed: LocalDate;
  readonly due: LocalDate;
  readonly counted: Counted;
}

/** Something told or done, and how it arrived. */
export interface Attempt {
  readonly eventId: string;
  readonly deliveries: readonly Delivery[];
  /** It was to keep something else, and keeps this as well if it arrives; if it does not, nothing is asked for because of this promise. */
  readonly besides?: true;
}

/** `done` and `replied` arrive by being done. */
export interface Delivery {
  readonly eventId: string;
  readonly on: LocalDate;
  readonly how: 'relay' | 'phone' | 'visit' | 'letter' | 'code' | 'done' | 'replied';
  /** The notice that the relay took. */
  readonly notice?: string;
  /** Who told it. */
  readonly by?: string;
  readonly refuted?: Refutation;
}

/** It did not arrive: it came back, or the relay never took it. */
export interface Refutation {
  /** The event that says so. */
  readonly by: string;
  readonly on: LocalDate;
}

export interface Release {
  readonly eventId: string;
  readonly on: LocalDate;
  readonly reason: string;
  readonly byClosing: boolean;
  /** The case was taken up again, and the promise with it. */
  readonly lifted: boolean;
}
