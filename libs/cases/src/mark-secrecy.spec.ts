import { markSecrecy } from '#cases';
import { secrecyLifted, secrecyMarked, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = secrecyMarked().data;

describe('marking a case as secret is possible wherever it stands', () => {
  inEveryStatus(markSecrecy, command, {
    'not-received': 'case-not-found',
    'in-triage': [secrecyMarked()],
    'with-board': [secrecyMarked()],
    'in-transfer': [secrecyMarked()],
    'awaiting-clarification': [secrecyMarked()],
    answered: [secrecyMarked()],
    closed: [secrecyMarked()],
  });

  it('says nothing new of the same provision', () =>
    given(...withBoard(), secrecyMarked())
      .when(markSecrecy, command)
      .thenNothing());

  it.each([
    ['another provision', [secrecyMarked({ provision: 'OSL 21 kap. 3 §' })]],
    ['a marking that was lifted', [secrecyMarked(), secrecyLifted()]],
  ])('is said anew after %s', (_what, past) =>
    given(...withBoard(), ...past)
      .when(markSecrecy, command)
      .then(secrecyMarked()),
  );
});
