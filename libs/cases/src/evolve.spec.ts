import { evolve, notReceived, replay, type CaseEvent } from '#cases';
import {
  accessCodeReplaced,
  actionCompleted,
  actionPlanned,
  answered,
  answerGiven,
  canonicalFacts,
  caseAcknowledged,
  caseAssigned,
  caseReceived,
  caseRegistered,
  historyTo,
  inTriage,
  noteAdded,
  promiseMade,
  receiptDateCorrected,
  referredToExternalBody,
  withBoard,
} from '#test/case-events';

describe('a history', () => {
  it.each(Object.entries(historyTo))('leads to %s', (status, history) => {
    expect(replay(history).status).toBe(status);
  });

  it('of nothing is no case', () => expect(replay([])).toBe(notReceived));

  it('that lacks its beginning is no case', () => expect(replay(answered().slice(1))).toBe(notReceived));
});

describe('what is known', () => {
  it('of a case that came in is what the submitter said, but for the text and the place', () => {
    const { text, place, ...said } = caseReceived().data;
    const state = replay([caseReceived()]);
    expect(state).toMatchObject({ status: 'in-triage', known: said });
    expect(JSON.stringify(state)).not.toContain(text);
    expect(JSON.stringify(state)).not.toContain(place);
  });

  it('of an anonymous submitter is an empty contact', () => {
    const { contact, ...anonymous } = caseReceived().data;
    expect(replay([caseReceived()])).toMatchObject({ known: { contact } });
    expect(replay([{ type: 'CaseReceived', data: anonymous }])).toMatchObject({ known: { contact: {} } });
  });

  it.each<[string, CaseEvent, object]>([
    ['an acknowledgement', caseAcknowledged(), { acknowledged: true }],
    ['an assignment', caseAssigned(), { officer: caseAssigned().data.officer }],
    ['a registration', caseRegistered(), { diaryNumbers: [caseRegistered().data] }],
    ['a promised answer', promiseMade({ due: '2027-01-07' }), { answerDue: '2027-01-07' }],
    ['a promised acknowledgement', promiseMade({ promise: 'acknowledgement', due: '2026-11-26' }), { answerDue: '2026-12-10' }],
    ['an answer', answerGiven(), { answered: true }],
    ['a corrected day of receipt', receiptDateCorrected(), { receivedDate: '2026-11-25' }],
    ['a new receipt code', accessCodeReplaced(), { accessCodeHash: accessCodeReplaced().data.accessCodeHash }],
    ['a planned action', actionPlanned(), { actions: [{ actionId: actionPlanned().data.actionId, completed: false }] }],
  ])('follows %s', (_what, event, known) => {
    expect(replay([...withBoard(), event])).toMatchObject({ known });
  });

  it('of an action is whether it is completed', () => {
    const state = replay([...withBoard(), actionPlanned(), actionCompleted()]);
    expect(state).toMatchObject({ known: { actions: [{ actionId: actionPlanned().data.actionId, completed: true }] } });
  });

  it.each([
    ['a note', noteAdded()],
    ['a referral alone', referredToExternalBody()],
  ])('is not changed by %s', (_what, event) => {
    expect(replay([...withBoard(), event])).toEqual(replay(withBoard()));
  });
});

describe('one step', () => {
  it.each(Object.keys(canonicalFacts) as CaseEvent['type'][])('never changes the state before it: %s', (type) => {
    const event = { type, data: canonicalFacts[type] } as CaseEvent;
    for (const history of [...Object.values(historyTo), inTriage()]) {
      const before = replay(history);
      const copy = structuredClone(before);
      evolve(before, event);
      expect(before).toEqual(copy);
    }
  });
});
