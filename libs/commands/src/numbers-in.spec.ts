import { replay, type CaseEvent } from '#cases';
import {
  actionPlanned,
  answerGiven,
  clarificationAsked,
  clarificationReceived,
  noteAdded,
  personalNumberNoticed,
  withBoard,
} from '#test/case-events';
import { PersonalNumberFound } from './errors.js';
import { numbersIn } from './numbers-in.js';

const number = 'Det gäller 121212-1212.';
const request = { caseId: 'c', commandId: 'k', actor: 'p', at: '2026-12-01T09:00:00.000Z', permit: () => undefined };
const said = (event: CaseEvent, keepsNumbers: boolean, before: readonly CaseEvent[] = withBoard()) =>
  numbersIn([event], replay(before), { ...request, keepsNumbers });

describe('a personal identity number in what is written in a case', () => {
  it.each<[string, CaseEvent]>([
    ['text', answerGiven({ text: number })],
    ['text', noteAdded({ text: number })],
    ['text', clarificationReceived({ text: number })],
    ['questions', clarificationAsked({ questions: number })],
    ['description', actionPlanned({ description: number })],
  ])('is asked about by field, %s, and marks the case where it stays', (field, event) => {
    expect(() => said(event, false)).toThrow(new PersonalNumberFound([field]));
    expect(said(event, true)).toEqual([{ type: 'PersonalNumberNoticed', data: { fields: [field] } }]);
  });

  it('marks it once', () => expect(said(noteAdded({ text: number }), true, [...withBoard(), personalNumberNoticed()])).toEqual([]));

  it('is no row of digits that is like one', () =>
    expect(said(noteAdded({ text: 'Ring 0498-26 90 00, 121212-1213.' }), false)).toEqual([]));
});
