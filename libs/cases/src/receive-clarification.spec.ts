import { receiveClarification, replay } from '#cases';
import {
  answered,
  answerGiven,
  awaitingClarification,
  caseClosed,
  caseRouted,
  clarificationAsked,
  clarificationReceived,
  inTriage,
  transferSent,
  withBoard,
} from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = clarificationReceived().data;

describe('receiving a clarification', () => {
  inEveryStatus(receiveClarification, command, {
    'not-received': 'case-not-found',
    'in-triage': 'clarification-not-asked',
    'with-board': 'clarification-not-asked',
    'in-transfer': 'clarification-not-asked',
    'awaiting-clarification': [clarificationReceived()],
    answered: 'clarification-not-asked',
    closed: 'clarification-not-asked',
  });

  it.each([
    ['in triage', inTriage()],
    ['with the board', withBoard()],
    ['as answered', answered()],
  ])('lets a case go on %s, where the question interrupted it', (_where, history) => {
    expect(replay([...history, clarificationAsked(), clarificationReceived()])).toEqual(replay(history));
  });

  it.each([
    ['routed', [...inTriage(), clarificationAsked(), caseRouted()]],
    ['sent to another board', [...awaitingClarification(), transferSent()]],
    ['answered', [...awaitingClarification(), answerGiven()]],
    ['closed', [...awaitingClarification(), caseClosed({ outcome: 'unintelligible' })]],
  ])('happens also late, when the case has been %s, and does not move it', (_what, history) => {
    given(...history)
      .when(receiveClarification, command)
      .then(clarificationReceived());
    expect(replay([...history, clarificationReceived()]).status).toBe(replay(history).status);
  });

  it('happens once for a question', () =>
    given(...awaitingClarification(), clarificationReceived())
      .when(receiveClarification, command)
      .thenRefused('clarification-not-asked'));
});
