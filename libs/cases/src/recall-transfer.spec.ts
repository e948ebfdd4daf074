import { recallTransfer, replay } from '#cases';
import { answered, caseAssigned, transferRecalled, transferSent, withBoard } from '#test/case-events';
import { inEveryStatus } from '#test/in-every-status';

describe('taking an offer back', () => {
  inEveryStatus(
    recallTransfer,
    { reason: transferRecalled().data.reason },
    {
      'not-received': 'case-not-found',
      'in-triage': 'case-not-in-transfer',
      'with-board': 'case-not-in-transfer',
      'in-transfer': [transferRecalled()],
      'awaiting-clarification': 'case-not-in-transfer',
      answered: 'case-not-in-transfer',
      closed: 'case-closed',
    },
  );

  it.each([
    ['a case being handled', [...withBoard(), caseAssigned()]],
    ['an answered case', [...answered(), caseAssigned()]],
  ])('leaves %s as if it had never been sent', (_what, history) => {
    expect(replay([...history, transferSent(), transferRecalled()])).toEqual(replay(history));
  });
});
