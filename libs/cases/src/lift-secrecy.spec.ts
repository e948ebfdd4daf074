import { liftSecrecy } from '#cases';
import { closed, secrecyLifted, secrecyMarked } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('lifting the secrecy marking', () => {
  inEveryStatus(liftSecrecy, secrecyLifted().data, {
    'not-received': 'case-not-found',
    'in-triage': 'secrecy-not-marked',
    'with-board': 'secrecy-not-marked',
    'in-transfer': 'secrecy-not-marked',
    'awaiting-clarification': 'secrecy-not-marked',
    answered: 'secrecy-not-marked',
    closed: 'secrecy-not-marked',
  });

  it('is possible in a marked case, also a closed one', () =>
    given(...closed(), secrecyMarked())
      .when(liftSecrecy, secrecyLifted().data)
      .then(secrecyLifted()));

  it('happens once', () =>
    given(...closed(), secrecyMarked(), secrecyLifted())
      .when(liftSecrecy, secrecyLifted().data)
      .thenRefused('secrecy-not-marked'));
});
