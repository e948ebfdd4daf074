import { ruleOutSecrecy } from '#cases';
import { closed, secrecyMarked, secrecyRuledOut, secrecySuspected } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('judging that nothing is secret', () => {
  inEveryStatus(ruleOutSecrecy, secrecyRuledOut().data, {
    'not-received': 'case-not-found',
    'in-triage': 'secrecy-not-suspected',
    'with-board': 'secrecy-not-suspected',
    'in-transfer': 'secrecy-not-suspected',
    'awaiting-clarification': 'secrecy-not-suspected',
    answered: 'secrecy-not-suspected',
    closed: 'secrecy-not-suspected',
  });

  it('ends the suspicion, also in a closed case', () =>
    given(...closed(), secrecySuspected())
      .when(ruleOutSecrecy, secrecyRuledOut().data)
      .then(secrecyRuledOut()));

  it('happens once', () =>
    given(...closed(), secrecySuspected(), secrecyRuledOut())
      .when(ruleOutSecrecy, secrecyRuledOut().data)
      .thenRefused('secrecy-not-suspected'));

  it('is not for what a person has marked', () =>
    given(...closed(), secrecySuspected(), secrecyMarked())
      .when(ruleOutSecrecy, secrecyRuledOut().data)
      .thenRefused('secrecy-not-suspected'));
});
