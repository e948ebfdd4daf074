import { planAction } from '#cases';
import { actionPlanned, clarificationAsked, inTriage, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('planning an action', () => {
  inEveryStatus(planAction, actionPlanned().data, {
    'not-received': 'case-not-found',
    'in-triage': 'case-in-triage',
    'with-board': [actionPlanned()],
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': [actionPlanned()],
    answered: [actionPlanned()],
    closed: 'case-closed',
  });

  it('is refused in triage also while a reply is awaited', () =>
    given(...inTriage(), clarificationAsked())
      .when(planAction, actionPlanned().data)
      .thenRefused('case-in-triage'));

  it('is refused for an action that is planned already: a told day does not move in silence', () =>
    given(...withBoard(), actionPlanned())
      .when(planAction, actionPlanned({ due: '2027-01-31' }).data)
      .thenRefused('action-already-planned'));
});
