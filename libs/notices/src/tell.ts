import type { CaseEvent, CaseFacts, Personal, ReceivedCase } from '#cases';
import type { Desk } from './desk.js';
import type { Values } from './draft.js';

/** What one kind of notice has to say beyond what every mail says. */
export interface Told {
  readonly values: Values;
  readonly personal?: Readonly<Record<string, Personal>>;
}

/** Says what an event tells the submitter, or nothing. */
export type Tell = (event: CaseEvent, state: ReceivedCase, desk: Desk) => Told | undefined;

/** A notice that one type of event causes. */
export const on =
  <Type extends CaseEvent['type']>(
    type: Type,
    tell: (data: Readonly<CaseFacts[Type]>, state: ReceivedCase, desk: Desk) => Told | undefined,
  ): Tell =>
  (event, state, desk) =>
    event.type === type ? tell(event.data as Readonly<CaseFacts[Type]>, state, desk) : undefined;
