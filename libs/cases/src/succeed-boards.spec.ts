import { acceptTransfer, reopen, replay, requestReview, succeedBoards, type CaseEvent } from '#cases';
import {
  boardSucceeded,
  caseAssigned,
  caseReopened,
  closed,
  inTransfer,
  inTriage,
  promiseMade,
  reviewRequested,
  secrecyMarked,
  transferAccepted,
  transferRedirected,
  transferSent,
  withBoard,
} from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

/** The two boards of roads and of building are one from now on. */
const merged = ['TN', 'MBN'].map((ended) => ({ ended, successor: 'SBN', secrecyArea: false }));
const command = { succeeded: merged, officerStays: true };
const succeeded = (more: object = {}): CaseEvent => ({
  type: 'BoardSucceeded',
  data: { from: 'TN', to: 'SBN', secrecyArea: false, ...more },
});

describe('a board that has ended', () => {
  inEveryStatus(succeedBoards, command, {
    'not-received': 'case-not-found',
    'in-triage': [],
    'with-board': [succeeded()],
    'in-transfer': [succeeded(), transferRedirected()],
    'awaiting-clarification': [succeeded()],
    answered: [succeeded()],
    closed: [],
  });

  it('leaves its open cases to its successor, as they stand: no date moves, and every number stays', () => {
    const before = replay(withBoard());
    const after = replay([...withBoard(), succeeded()]);
    if (before.status === 'not-received') throw new Error('nothing was received');
    expect(after).toEqual({ ...before, known: { ...before.known, board: 'SBN' } });
  });

  it('has left what is with another board alone', () =>
    given(...withBoard('SON'))
      .when(succeedBoards, command)
      .thenNothing());

  it('leaves what nobody has routed, if it was the front board', () => {
    const front = { ...command, succeeded: [{ ended: 'RS', successor: 'KS', secrecyArea: true }] };
    given(...inTriage())
      .when(succeedBoards, front)
      .then(succeeded({ from: 'RS', to: 'KS' }));
    expect(replay([...inTriage(), boardSucceeded({ from: 'RS', to: 'KS' })])).toMatchObject({
      status: 'in-triage',
      known: { board: 'KS' },
    });
  });

  it('leaves the officer who may handle it at the successor, and says who may not', () => {
    const officer = caseAssigned().data.officer;
    const assigned = given(...withBoard(), caseAssigned());
    assigned.when(succeedBoards, command).then(succeeded());
    assigned.when(succeedBoards, { ...command, officerStays: false }).then(boardSucceeded({ officerLeft: officer }));
    expect(replay([...withBoard(), caseAssigned(), succeeded()])).toMatchObject({ known: { officer } });
    expect(replay([...withBoard(), caseAssigned(), boardSucceeded()])).toMatchObject({ known: { officer: undefined } });
  });

  it('makes nothing less secret', () => {
    const secret = replay([...withBoard('SON'), secrecyMarked()]);
    const area = { ...command, succeeded: [{ ended: 'SON', successor: 'KS', secrecyArea: false }] };
    const routedToCare = [
      ...withBoard().slice(0, 2),
      { type: 'CaseRouted', data: { board: 'SON', secrecyArea: true, by: 'rules' } },
    ] as const;
    given(...routedToCare)
      .when(succeedBoards, area)
      .then(succeeded({ from: 'SON', to: 'KS', secrecyArea: true }));
    expect(succeedBoards(area, secret)).toEqual([succeeded({ from: 'SON', to: 'KS' })]);
  });
});

describe('a transfer under way when boards end', () => {
  const after = (...events: CaseEvent[]) => replay([...inTransfer(), ...events]);

  it('goes on to the successor of the board that was asked', () => {
    const only = { ...command, succeeded: [merged[1]!] };
    given(...inTransfer())
      .when(succeedBoards, only)
      .then(transferRedirected());
    expect(after(transferRedirected())).toMatchObject({ status: 'in-transfer', to: 'SBN', known: { board: 'TN' } });
  });

  it('is no transfer any more if both have become one', () =>
    expect(after(succeeded(), transferRedirected())).toMatchObject({ status: 'with-board', known: { board: 'SBN', officer: undefined } }));

  it('is done if the board that was asked succeeds the one that asked', () => {
    const absorbed = { ...command, succeeded: [{ ended: 'TN', successor: 'MBN', secrecyArea: false }] };
    given(...inTransfer())
      .when(succeedBoards, absorbed)
      .then(succeeded({ to: 'MBN' }));
    expect(after(succeeded({ to: 'MBN' }))).toMatchObject({ status: 'with-board', known: { board: 'MBN' } });
  });

  it('comes back if the board that asked succeeds the one that was asked', () =>
    expect(after(transferRedirected({ to: 'TN' }))).toMatchObject({ status: 'with-board', known: { board: 'TN' } }));

  it('is accepted by the successor, who answers before the case has been given to it', () => {
    const asked = { ...command, succeeded: [merged[1]!] };
    given(...inTransfer())
      .when(acceptTransfer, { secrecyArea: false, succession: asked })
      .then(transferRedirected(), transferAccepted({ to: 'SBN' }));
    given(...inTransfer())
      .when(acceptTransfer, { secrecyArea: false, succession: command })
      .then(succeeded(), transferRedirected());
  });

  it('that was sent to a third board goes there all the same', () =>
    given(...withBoard(), transferSent({ to: 'SON' }))
      .when(acceptTransfer, { secrecyArea: true, succession: command })
      .then(succeeded(), transferAccepted({ from: 'SBN', to: 'SON', secrecyArea: true })));
});

it('a closed case that is taken up again goes to the successor in the same moment', () => {
  const { by, reason } = caseReopened().data;
  given(...closed())
    .when(reopen, { by, reason, promised: promiseMade().data, succession: command })
    .then(caseReopened(), succeeded(), promiseMade());
});

it('a closed case of which a review is asked for goes there likewise', () => {
  const { by, reason } = reviewRequested().data;
  given(...closed())
    .when(requestReview, { by, reason, promised: [promiseMade().data], succession: command })
    .then(reviewRequested(), succeeded(), promiseMade());
});
