import { CannotCopy, OutcomeUnknown } from '#event-log';
import { KeysUnavailable } from '#keys';
import { RebuildStopped, troubleInWords, UnknownView } from '#node';
import { messageOf } from './error-text.js';
import { CannotDo } from './verb.js';

const foreseen = [CannotCopy, CannotDo, KeysUnavailable, OutcomeUnknown, RebuildStopped, UnknownView];

/** What to tell a person of a trouble that they can do something about; undefined for a fault of ours. */
export const foreseeable = (error: unknown): string | undefined =>
  foreseen.some((kind) => error instanceof kind) ? messageOf(error) : troubleInWords(error);
