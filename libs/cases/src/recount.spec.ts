import { recountPromises } from '#cases';
import { promiseRecounted, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = { recounts: [promiseRecounted().data] };

describe('recounting what was promised', () => {
  inEveryStatus(recountPromises, command, {
    'not-received': 'case-not-found',
    'in-triage': [promiseRecounted()],
    'with-board': [promiseRecounted()],
    'in-transfer': [promiseRecounted()],
    'awaiting-clarification': [promiseRecounted()],
    answered: [promiseRecounted()],
    closed: [],
  });

  it('tells nothing where nothing changed', () =>
    given(...withBoard())
      .when(recountPromises, { recounts: [] })
      .thenNothing());
});
