import { deriveUuid } from '#event-log';

/** The id of what a person is told on a day: always the same, so that it is told once. */
export const digestIdOf = (personId: string, day: string): string => deriveUuid('digest', personId, day);
