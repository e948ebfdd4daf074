import { acknowledge } from '#cases';
import { caseAcknowledged, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('acknowledging', () => {
  inEveryStatus(acknowledge, caseAcknowledged().data, {
    'not-received': 'case-not-found',
    'in-triage': [caseAcknowledged()],
    'with-board': [caseAcknowledged()],
    'in-transfer': [caseAcknowledged()],
    'awaiting-clarification': [caseAcknowledged()],
    answered: [caseAcknowledged()],
    closed: 'case-closed',
  });

  it('is done once: a later one changes nothing', () =>
    given(...withBoard(), caseAcknowledged())
      .when(acknowledge, caseAcknowledged({ by: 'letter', on: '2026-11-30' }).data)
      .thenNothing());
});
