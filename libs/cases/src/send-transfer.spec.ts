import { replay, sendTransfer } from '#cases';
import {
  awaitingClarification,
  clarificationAsked,
  clarificationReceived,
  inTransfer,
  inTriage,
  secrecyMarked,
  secretlyClassified,
  transferSent,
  withBoard,
} from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = { to: 'MBN', reason: transferSent().data.reason };

describe('sending a case to another board', () => {
  inEveryStatus(sendTransfer, command, {
    'not-received': 'case-not-found',
    'in-triage': 'case-in-triage',
    'with-board': [transferSent()],
    'in-transfer': [],
    'awaiting-clarification': [transferSent()],
    answered: [transferSent()],
    closed: 'case-closed',
  });

  it('is refused to the board that has it', () =>
    given(...withBoard('MBN'))
      .when(sendTransfer, command)
      .thenRefused('already-with-that-board'));

  it('is refused while a third board has been asked', () =>
    given(...inTransfer('RS'))
      .when(sendTransfer, command)
      .thenRefused('case-in-transfer'));

  it('is refused in triage also while a reply is awaited', () =>
    given(...inTriage(), clarificationAsked())
      .when(sendTransfer, command)
      .thenRefused('case-in-triage'));

  it.each([
    ['marked', secrecyMarked()],
    ['of high secrecy by its category', secretlyClassified()],
  ])('takes a ground where the case is %s: the other board is another authority', (_what, event) => {
    const secret = given(...withBoard(), event);
    secret.when(sendTransfer, command).thenRefused('secrecy-basis-required');
    secret.when(sendTransfer, { ...command, secrecyBasis: 'consent' }).then(transferSent({ secrecyBasis: 'consent' }));
  });

  it('no longer waits for a reply, and still takes one', () => {
    const state = replay([...awaitingClarification(), transferSent(), clarificationReceived()]);
    expect(state).toMatchObject({ status: 'in-transfer', resumesAs: 'with-board', known: { board: 'TN', replyBy: undefined } });
  });
});
