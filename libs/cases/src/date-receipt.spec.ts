import { dateReceipt, promiseAnswer, replay } from '#cases';
import { answerGiven, caseClosed, caseReceived, caseRouted, promiseMade, receiptDated } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const undated = [caseReceived({ datedLater: 'by-the-clock' }), caseRouted()];
const command = { receivedDate: receiptDated().data.receivedDate, promised: promiseMade().data };

describe('dating a case that came in while the clock was in doubt', () => {
  inEveryStatus(dateReceipt, command, {
    'not-received': 'case-not-found',
    'in-triage': [],
    'with-board': [],
    'in-transfer': [],
    'awaiting-clarification': [],
    answered: [],
    closed: [],
  });

  it('says its day, and promises the answer', () =>
    given(...undated)
      .when(dateReceipt, command)
      .then(receiptDated(), promiseMade()));

  it('is done once', () =>
    given(...undated, receiptDated())
      .when(dateReceipt, command)
      .thenNothing());

  it.each([
    ['answered', answerGiven()],
    ['closed', caseClosed()],
  ])('promises nothing where it is %s by then', (_, event) =>
    given(...undated, event)
      .when(dateReceipt, command)
      .then(receiptDated()),
  );

  it('is waited for by whatever else promises the answer', () => {
    given(...undated)
      .when(promiseAnswer, { promised: promiseMade().data })
      .thenNothing();
    expect(replay([...undated, receiptDated()])).toMatchObject({ known: { receivedDate: command.receivedDate, datedLater: undefined } });
  });
});
