import { completeAction } from '#cases';
import { actionCompleted, actionPlanned, answered, caseClosed, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('completing an action', () => {
  inEveryStatus(completeAction, actionCompleted().data, {
    'not-received': 'case-not-found',
    'in-triage': 'action-not-planned',
    'with-board': 'action-not-planned',
    'in-transfer': 'action-not-planned',
    'awaiting-clarification': 'action-not-planned',
    answered: 'action-not-planned',
    closed: 'action-not-planned',
  });

  it.each([
    ['handled', withBoard(), []],
    ['closed', answered(), [caseClosed()]],
  ])('is possible in a case that is %s', (_what, history, end) =>
    given(...history, actionPlanned(), ...end)
      .when(completeAction, actionCompleted().data)
      .then(actionCompleted()),
  );

  it('happens once', () =>
    given(...withBoard(), actionPlanned(), actionCompleted())
      .when(completeAction, actionCompleted().data)
      .thenNothing());

  it('concerns the one action', () =>
    given(...withBoard(), actionPlanned(), actionPlanned({ actionId: 'a2c4e6f8-1b3d-8f5a-9c7e-0d2b4f6a8c1e' }), actionCompleted())
      .when(completeAction, { actionId: 'a2c4e6f8-1b3d-8f5a-9c7e-0d2b4f6a8c1e' })
      .then({ type: 'ActionCompleted', data: { actionId: 'a2c4e6f8-1b3d-8f5a-9c7e-0d2b4f6a8c1e' } }));
});
