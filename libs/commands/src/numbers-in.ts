import { wordFields, type Case, type CaseEvent } from '#cases';
import { localDate } from '#promises';
import { PersonalNumberFound } from './errors.js';
import { holdsPersonalNumber } from './personal-number.js';
import type { CaseRequest } from './case-commands.js';

/**
 * Asks once whoever writes a personal identity number into a case, before it is kept or goes out: the staff in an answer, a question or a note, the
 * submitter in a reply. Where it stays, the case is marked for those who read it.
 * @throws PersonalNumberFound if nobody has said yet that it is to stay
 */
export function numbersIn(events: readonly CaseEvent[], state: Case, { keepsNumbers = false, at }: CaseRequest): CaseEvent[] {
  const today = localDate(at);
  const said = events.map(({ data }): Readonly<Record<string, unknown>> => ({ ...data }));
  const holds = (value: unknown): boolean => typeof value === 'string' && holdsPersonalNumber(value, today);
  const fields = wordFields.filter((field) => said.some(({ [field]: value }) => holds(value)));
  if (fields.length === 0) return [];
  if (!keepsNumbers) throw new PersonalNumberFound(fields);
  const isMarked = state.status !== 'not-received' && state.known.personalNumber;
  return isMarked ? [] : [{ type: 'PersonalNumberNoticed', data: { fields } }];
}
