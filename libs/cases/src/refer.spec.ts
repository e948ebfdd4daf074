import { refer } from '#cases';
import { caseClosed, referredToExternalBody, secrecyMarked, secretlyClassified, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const forwarded = referredToExternalBody({ forwarded: true }).data;
const referred = [referredToExternalBody(), caseClosed({ outcome: 'referred' })];

describe('referring to an external body closes the case', () => {
  inEveryStatus(refer, referredToExternalBody().data, {
    'not-received': 'case-not-found',
    'in-triage': referred,
    'with-board': referred,
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': referred,
    answered: referred,
    closed: 'case-closed',
  });

  it.each([
    ['marked', secrecyMarked()],
    ['of high secrecy by its category', secretlyClassified()],
  ])('takes a ground to forward it where the case is %s: it leaves the authority', (_what, event) => {
    const secret = given(...withBoard(), event);
    secret.when(refer, forwarded).thenRefused('secrecy-basis-required');
    secret
      .when(refer, { ...forwarded, secrecyBasis: 'consent' })
      .then(referredToExternalBody({ forwarded: true, secrecyBasis: 'consent' }), caseClosed({ outcome: 'referred' }));
  });

  it('takes no ground where nothing is forwarded', () =>
    given(...withBoard(), secrecyMarked())
      .when(refer, referredToExternalBody().data)
      .then(...referred));
});
