import type { CaseEvent, CaseFacts } from '#cases';
import type { Recorded } from '#event-log';

/** In a stream `case-…` stand case events, checked against their schemas when they were appended. */
export const asCaseEvent = (event: Recorded): CaseEvent => event as unknown as CaseEvent;

/** The data of an event whose type is known, as in a function that a table of types has chosen. */
export const dataOf = <Type extends keyof CaseFacts>(_type: Type, event: Recorded): CaseFacts[Type] => event.data as CaseFacts[Type];

/** The case that an event belongs to: the name of its stream after `case-`. */
export const caseIdOf = ({ stream }: Pick<Recorded, 'stream'>): string => stream.slice('case-'.length);
