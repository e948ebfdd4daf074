import { acknowledge } from '#cases';
import { daysAround } from '#promises';
import { answerGiven, caseAcknowledged, promiseMade, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = { ...caseAcknowledged().data, days: daysAround('2026-11-26') };

describe('acknowledging', () => {
  inEveryStatus(acknowledge, command, {
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
      .when(acknowledge, { by: 'letter', on: '2026-11-27', days: daysAround('2026-11-27') })
      .thenNothing());

  describe('that begins the term of the answer', () => {
    const promised = promiseMade().data;
    const unpromised = withBoard().filter(({ type }) => type !== 'PromiseMade');

    it('promises the answer', () =>
      given(...unpromised)
        .when(acknowledge, { ...command, promised })
        .then(caseAcknowledged(), promiseMade()));

    it.each([
      ['a date that was told', promiseMade()],
      ['an answer that was given', answerGiven()],
    ])('leaves %s alone', (_, event) =>
      given(...unpromised, event)
        .when(acknowledge, { ...command, promised })
        .then(caseAcknowledged()),
    );
  });

  it.each([
    ['2026-11-27', 'acknowledgement-in-the-future'],
    ['2026-11-25', 'acknowledgement-before-receipt'],
    ['2206-11-26', 'date-outside-the-calendar'],
  ] as const)('is refused on %s as %s, done already or not: no promise is kept by a date that cannot be', (on, code) => {
    for (const before of [withBoard(), [...withBoard(), caseAcknowledged()]])
      given(...before)
        .when(acknowledge, { ...command, on })
        .thenRefused(code);
  });
});
