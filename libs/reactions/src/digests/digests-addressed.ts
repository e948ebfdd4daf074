import type { LocalDate } from '#promises';

/**
 * Whom the morning of a working day tells what, decided for everybody at once by the first event of a stream of the day: whoever is
 * faster decides, and what follows from it is the same whoever does it.
 */
export interface DigestsAddressed {
  readonly type: 'DigestsAddressed';
  readonly data: {
    readonly day: LocalDate;
    readonly digests: readonly Addressed[];
    /** What there is nobody to be told of; tried again on each working day. */
    readonly unreached: readonly string[];
    /** What nobody needs to be told any more. */
    readonly over: readonly string[];
  };
}

/** A person, and what this person is told: reminders and escalations, as ids of their events. */
export interface Addressed {
  readonly personId: string;
  readonly tells: readonly string[];
}

export const digestsStream = (day: LocalDate): string => `digests-${day}`;
