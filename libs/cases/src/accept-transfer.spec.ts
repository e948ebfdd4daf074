import { acceptTransfer, replay } from '#cases';
import { answered, caseAssigned, inTransfer, transferAccepted, transferSent, withBoard } from '#test/case-events';
import { inEveryStatus } from '#test/in-every-status';

describe('accepting a transfer', () => {
  inEveryStatus(
    acceptTransfer,
    { secrecyArea: false },
    {
      'not-received': 'case-not-found',
      'in-triage': 'case-not-in-transfer',
      'with-board': 'case-not-in-transfer',
      'in-transfer': [transferAccepted()],
      'awaiting-clarification': 'case-not-in-transfer',
      answered: 'case-not-in-transfer',
      closed: 'case-closed',
    },
  );

  it('gives the case to the other board, where nobody handles it yet', () => {
    const state = replay([...withBoard(), caseAssigned(), transferSent(), transferAccepted()]);
    expect(state).toMatchObject({ status: 'with-board', known: { board: 'MBN', officer: undefined } });
  });

  it('leaves an answered case answered', () => {
    expect(replay([...answered(), transferSent(), transferAccepted()])).toMatchObject({ status: 'answered', known: { board: 'MBN' } });
  });

  it('moves no date', () => {
    const [before, after] = [replay(inTransfer()), replay([...inTransfer(), transferAccepted()])];
    expect(after).toMatchObject({ known: { answerDue: '2026-12-10', receivedDate: '2026-11-26' } });
    expect(before).toMatchObject({ known: { answerDue: '2026-12-10', receivedDate: '2026-11-26' } });
  });
});
