import { planAction } from '#cases';
import { daysAround } from '#promises';
import { actionPlanned, clarificationAsked, inTriage, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const planned = (due = actionPlanned().data.due) => ({ ...actionPlanned({ due }).data, days: daysAround('2026-12-01') });

describe('planning an action', () => {
  inEveryStatus(planAction, planned(), {
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
      .when(planAction, planned())
      .thenRefused('case-in-triage'));

  it('is refused for an action that is planned already: a told day does not move in silence', () =>
    given(...withBoard(), actionPlanned())
      .when(planAction, planned('2027-01-31'))
      .thenRefused('action-already-planned'));

  it('is refused for a day that has passed', () =>
    given(...withBoard())
      .when(planAction, planned('2026-11-30'))
      .thenRefused('action-date-in-the-past'));

  it.each(['9999-12-31', '2206-12-01', '2037-01-01'])('is refused for %s, as far ahead as nobody plans', (due) =>
    given(...withBoard())
      .when(planAction, planned(due))
      .thenRefused('date-outside-the-calendar'),
  );
});
