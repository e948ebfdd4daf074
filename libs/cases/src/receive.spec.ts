import { receive } from '#cases';
import { caseClassified, caseReceived, caseRouted, caseSentToTriage, promiseMade, secrecySuspected } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const promised = [promiseMade({ promise: 'acknowledgement', due: '2026-11-26', countedDays: 0 }), promiseMade()];
const command = {
  received: caseReceived().data,
  classified: caseClassified().data,
  routed: { to: 'board', board: 'TN', secrecyArea: false, basis: caseSentToTriage().data.basis },
  promised: promised.map(({ data }) => data),
} as const;

describe('receiving a submission', () => {
  inEveryStatus(receive, command, {
    'not-received': [caseReceived(), caseClassified(), caseRouted({ basis: caseSentToTriage().data.basis }), ...promised],
    'in-triage': 'case-already-received',
    'with-board': 'case-already-received',
    'in-transfer': 'case-already-received',
    'awaiting-clarification': 'case-already-received',
    answered: 'case-already-received',
    closed: 'case-already-received',
  });

  it('says before it is routed that something may be secret', () =>
    given()
      .when(receive, { ...command, suspected: secrecySuspected().data })
      .then(caseReceived(), caseClassified(), secrecySuspected(), caseRouted({ basis: caseSentToTriage().data.basis }), ...promised));

  it('leads to triage where the rules are not sure, without a category if none is known', () =>
    given()
      .when(receive, {
        received: caseReceived().data,
        routed: { to: 'triage', board: 'RS', secrecyArea: false, basis: caseSentToTriage().data.basis },
        promised: [],
      })
      .then(caseReceived(), caseSentToTriage()));
});
