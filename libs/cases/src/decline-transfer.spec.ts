import { declineTransfer, replay } from '#cases';
import { answered, caseAssigned, transferDeclined, transferSent, withBoard } from '#test/case-events';
import { inEveryStatus } from '#test/in-every-status';

describe('declining a transfer', () => {
  inEveryStatus(
    declineTransfer,
    { reason: transferDeclined().data.reason },
    {
      'not-received': 'case-not-found',
      'in-triage': 'case-not-in-transfer',
      'with-board': 'case-not-in-transfer',
      'in-transfer': [transferDeclined()],
      'awaiting-clarification': 'case-not-in-transfer',
      answered: 'case-not-in-transfer',
      closed: 'case-closed',
    },
  );

  it.each([
    ['a case being handled', [...withBoard(), caseAssigned()]],
    ['an answered case', [...answered(), caseAssigned()]],
  ])('leaves %s as if it had never been sent', (_what, history) => {
    expect(replay([...history, transferSent(), transferDeclined()])).toEqual(replay(history));
  });
});
