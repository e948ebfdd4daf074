import { askClarification, replay } from '#cases';
import { daysAround } from '#promises';
import { awaitingClarification, clarificationAsked, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = { ...clarificationAsked().data, days: daysAround('2026-11-27') };

describe('asking the submitter for a clarification', () => {
  inEveryStatus(askClarification, command, {
    'not-received': 'case-not-found',
    'in-triage': [clarificationAsked()],
    'with-board': [clarificationAsked()],
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': 'clarification-outstanding',
    answered: [clarificationAsked()],
    closed: 'case-closed',
  });

  it('may want the reply the same day', () =>
    given(...withBoard())
      .when(askClarification, { ...command, replyBy: '2026-11-27' })
      .then(clarificationAsked({ replyBy: '2026-11-27' })));

  it('is refused with a day that has passed', () =>
    given(...withBoard())
      .when(askClarification, { ...command, replyBy: '2026-11-26' })
      .thenRefused('reply-date-in-the-past'));

  it.each([
    ['2026-12-03', 'the last day'],
    ['2026-11-27', 'a day before'],
  ])('is not done again on %s, %s', (today) =>
    given(...awaitingClarification())
      .when(askClarification, { ...command, replyBy: '2026-12-20', days: daysAround(today) })
      .thenRefused('clarification-outstanding'),
  );

  it('is done again when the day has passed without a reply', () =>
    given(...awaitingClarification())
      .when(askClarification, { ...command, replyBy: '2026-12-20', days: daysAround('2026-12-04') })
      .then(clarificationAsked({ replyBy: '2026-12-20' })));

  it('keeps the promised date: the clock runs on', () =>
    expect(replay(awaitingClarification())).toMatchObject({ known: { answerDue: '2026-12-10', replyBy: '2026-12-03' } }));

  it('is refused with a day to reply by that is more than a year ahead, or that nobody can mean', () => {
    const by = (replyBy: string) => given(...withBoard()).when(askClarification, { ...command, replyBy });
    by('2027-11-28').thenRefused('reply-date-too-late');
    by('9999-12-31').thenRefused('date-outside-the-calendar');
  });
});
