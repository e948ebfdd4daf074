import { correctReceiptDate } from '#cases';
import { daysAround } from '#promises';
import { receiptDateCorrected, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = { to: '2026-11-25', reason: receiptDateCorrected().data.reason, days: daysAround('2026-11-25') };

describe('correcting the day of receipt is possible wherever the case stands', () => {
  inEveryStatus(correctReceiptDate, command, {
    'not-received': 'case-not-found',
    'in-triage': [receiptDateCorrected()],
    'with-board': [receiptDateCorrected()],
    'in-transfer': [receiptDateCorrected()],
    'awaiting-clarification': [receiptDateCorrected()],
    answered: [receiptDateCorrected()],
    closed: [receiptDateCorrected()],
  });

  it('says nothing new of the same day', () =>
    given(...withBoard())
      .when(correctReceiptDate, { ...command, to: '2026-11-26', days: daysAround('2026-11-26') })
      .thenNothing());

  it('is refused with a day that has not come', () =>
    given(...withBoard())
      .when(correctReceiptDate, { ...command, to: '2026-11-26' })
      .thenRefused('receipt-date-in-the-future'));

  it('starts from the day of the last correction', () =>
    given(...withBoard(), receiptDateCorrected())
      .when(correctReceiptDate, { ...command, to: '2026-11-24' })
      .then(receiptDateCorrected({ from: '2026-11-25', to: '2026-11-24' })));

  it.each(['1900-01-01', '2017-12-31', '9999-12-31'])('is refused with %s, on which nothing came in', (to) =>
    given(...withBoard())
      .when(correctReceiptDate, { ...command, to })
      .thenRefused('date-outside-the-calendar'),
  );
});
