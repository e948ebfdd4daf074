import { CannotCopy, LogUnavailable, OutcomeUnknown } from '#event-log';
import { KeysUnavailable, WrongDoorKey, WrongMasterKey } from '#keys';
import { BadOrganisation, DataInUse, RebuildStopped, UnknownView } from '#node';
import { BadSettings } from '#settings';
import { CannotDo } from './verb.js';

const foreseen = [
  BadOrganisation,
  BadSettings,
  CannotCopy,
  CannotDo,
  DataInUse,
  KeysUnavailable,
  LogUnavailable,
  OutcomeUnknown,
  RebuildStopped,
  UnknownView,
  WrongDoorKey,
  WrongMasterKey,
];

/** Whether an error is a trouble that its message tells a person all about; anything else is a fault of ours. */
export const isForeseeable = (error: unknown): boolean => foreseen.some((kind) => error instanceof kind);
