import { ledgerOf, rehearse, type PromiseFact, type ProposedPolicy } from '#promises';
import { answered, delayed, fact, handedOver, promised } from '#test/promise-facts';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const proposed: ProposedPolicy = {
  policy: 'proposed',
  policyVersion: 1,
  acknowledge: null,
  answer: { unit: 'calendarDays', count: 7, roll: true, from: 'received' },
  extensions: null,
};

/** What would have been different in one case, had this been the policy. */
const rehearsed = (difference: Partial<ProposedPolicy>, ...facts: PromiseFact[]) =>
  rehearse([{ caseId: 'a', receivedDate: '2026-11-26', ledger: ledgerOf(facts) }], {
    proposed: { ...proposed, ...difference },
    calendar,
    today: '2027-02-01',
  });

const answeredOn = (on: string) => [promised(), answered(on), handedOver('answered', on)];

describe('a proposed policy, run on the past', () => {
  it('says which promises would have been missed', () => {
    expect(rehearsed({}, ...answeredOn('2026-12-04'))).toEqual([
      { caseId: 'a', what: 'answer', due: '2026-12-10', proposedDue: '2026-12-03', state: 'kept', proposedState: 'missed' },
    ]);
  });

  it('says which dates would have been others, though kept all the same', () => {
    expect(rehearsed({}, ...answeredOn('2026-12-03'))).toMatchObject([{ proposedDue: '2026-12-03', state: 'kept', proposedState: 'kept' }]);
  });

  it('says nothing where nothing would have been different', () => {
    const same = { answer: { unit: 'weeks', count: 2, roll: true, from: 'received' } } as const;
    expect(rehearsed(same, ...answeredOn('2026-12-04'))).toEqual([]);
  });

  it('says which promises would not have been made', () => {
    expect(rehearsed({ answer: null }, ...answeredOn('2026-12-04'))).toMatchObject([
      { what: 'answer', due: '2026-12-10', proposedDue: undefined, state: 'kept', proposedState: undefined },
    ]);
  });

  it('says which promises would have been made, and not whether they would have been kept', () => {
    const acknowledge = { unit: 'workingDays', count: 2, roll: false, from: 'received' } as const;
    expect(rehearsed({ acknowledge, answer: null })).toEqual([
      { caseId: 'a', what: 'acknowledgement', due: undefined, proposedDue: '2026-11-30', state: undefined, proposedState: undefined },
    ]);
  });

  it('counts from the day on which receipt was acknowledged, if it would', () => {
    const answer = { unit: 'workingDays', count: 10, roll: false, from: 'acknowledged' } as const;
    const acknowledged = [
      promised({ what: 'acknowledgement', due: '2026-11-26' }, 'acknowledgement promised'),
      fact('told', '2026-11-30', { what: 'acknowledgement' }, 'acknowledged'),
      fact('told-otherwise', '2026-11-30', { telling: 'acknowledged', how: 'phone', by: 'officer-1' }),
    ];
    const changed = rehearsed({ answer }, ...acknowledged, ...answeredOn('2026-12-04')).find(({ what }) => what === 'answer');
    expect(changed).toMatchObject({ proposedDue: '2026-12-14', proposedState: 'kept' });
    expect(rehearsed({ answer }, ...answeredOn('2026-12-04'))).toMatchObject([{ proposedDue: undefined }]);
  });

  it('holds delay notices to its own limits and dates', () => {
    const extended = [
      promised(),
      delayed('2026-12-03', '2026-12-22'),
      handedOver('delayed', '2026-12-03'),
      answered('2026-12-21'),
      handedOver('answered', '2026-12-21'),
    ];
    const within = (extensions: ProposedPolicy['extensions']) =>
      rehearsed({ extensions }, ...extended).map(({ proposedState }) => proposedState);
    expect([within(null), within({ atMost: 1, count: 19 }), within({ atMost: 1, count: 18 }), within({ atMost: 0, count: 30 })]).toEqual([
      [],
      [],
      ['missed'],
      ['missed'],
    ]);
  });

  it('leaves the past as it was', () => {
    const ledger = ledgerOf(answeredOn('2026-12-04'));
    const before = JSON.stringify(ledger);
    rehearse([{ caseId: 'a', receivedDate: '2026-11-26', ledger }], { proposed, calendar, today: '2027-02-01' });
    expect(JSON.stringify(ledger)).toBe(before);
  });
});
