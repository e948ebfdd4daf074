import { assign } from '#cases';
import { caseAssigned, clarificationAsked, inTriage, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('assigning an officer', () => {
  inEveryStatus(assign, caseAssigned().data, {
    'not-received': 'case-not-found',
    'in-triage': 'case-in-triage',
    'with-board': [caseAssigned()],
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': [caseAssigned()],
    answered: [caseAssigned()],
    closed: 'case-closed',
  });

  it('is refused in triage also while a reply is awaited', () =>
    given(...inTriage(), clarificationAsked())
      .when(assign, caseAssigned().data)
      .thenRefused('case-in-triage'));

  it('says nothing new of the same officer', () =>
    given(...withBoard(), caseAssigned())
      .when(assign, caseAssigned().data)
      .thenNothing());

  it('replaces one officer by another', () => {
    const other = caseAssigned({ officer: 'c7d2a9e0-5b13-8f46-9a08-7be1f3640d52' });
    given(...withBoard(), caseAssigned())
      .when(assign, other.data)
      .then(other);
  });
});
