import { giveDelayNotice, replay } from '#cases';
import { daysAround } from '#promises';
import {
  answered,
  caseReceived,
  caseSentToTriage,
  clarificationAsked,
  delayNoticeGiven,
  promiseMade,
  transferSent,
  withBoard,
} from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const limit = { atMost: undefined, latest: '2027-12-08' };
const command = { reason: delayNoticeGiven().data.reason, due: '2026-12-18', days: daysAround('2026-12-08'), limit };

describe('giving notice of a delay', () => {
  inEveryStatus(giveDelayNotice, command, {
    'not-received': 'case-not-found',
    'in-triage': [delayNoticeGiven()],
    'with-board': [delayNoticeGiven()],
    'in-transfer': [delayNoticeGiven()],
    'awaiting-clarification': [delayNoticeGiven()],
    answered: 'nothing-promised',
    closed: 'case-closed',
  });

  it('is in time on the promised day', () =>
    given(...withBoard())
      .when(giveDelayNotice, { ...command, days: daysAround('2026-12-10') })
      .then(delayNoticeGiven()));

  it('is too late the day after', () =>
    given(...withBoard())
      .when(giveDelayNotice, { ...command, days: daysAround('2026-12-11') })
      .thenRefused('delay-notice-too-late'));

  it.each(['2026-12-10', '2026-12-09'])('is refused with %s, which is not later than promised', (due) =>
    given(...withBoard())
      .when(giveDelayNotice, { ...command, due })
      .thenRefused('new-date-not-later'),
  );

  it('is refused beyond a year, also where the policy names no limit', () =>
    given(...withBoard())
      .when(giveDelayNotice, { ...command, due: '2027-12-09' })
      .thenRefused('new-date-too-late'));

  it.each(['9999-12-31', '2206-12-10', '2037-01-01', '0001-01-01', '2027-02-30'])('is refused with %s, which nobody can mean', (due) =>
    given(...withBoard())
      .when(giveDelayNotice, { ...command, due })
      .thenRefused('date-outside-the-calendar'),
  );

  describe('within the limit of a policy', () => {
    const limit = { atMost: 1, latest: '2026-12-18' };

    it('is given up to the last date allowed', () =>
      given(...withBoard())
        .when(giveDelayNotice, { ...command, limit })
        .then(delayNoticeGiven()));

    it('is refused beyond that date', () =>
      given(...withBoard())
        .when(giveDelayNotice, { ...command, limit: { ...limit, latest: '2026-12-17' } })
        .thenRefused('new-date-too-late'));

    it('is refused once too often', () =>
      given(...withBoard(), delayNoticeGiven())
        .when(giveDelayNotice, { ...command, due: '2026-12-23', limit: { ...limit, latest: '2027-01-08' } })
        .thenRefused('no-extension-left'));

    it('is given again when another date has been promised since', () =>
      given(...withBoard(), delayNoticeGiven(), promiseMade({ due: '2026-12-10' }))
        .when(giveDelayNotice, { ...command, limit })
        .then(delayNoticeGiven()));
  });

  it('is refused where no date was promised', () =>
    given(caseReceived(), caseSentToTriage()).when(giveDelayNotice, command).thenRefused('nothing-promised'));

  it.each([
    ['sent to another board', transferSent()],
    ['asked about', clarificationAsked()],
  ])('is refused for an answered case that is %s: the promise has been met', (_what, event) =>
    given(...answered(), event)
      .when(giveDelayNotice, command)
      .thenRefused('nothing-promised'),
  );

  it('makes the new day the one that a further notice replaces', () => {
    expect(replay([...withBoard(), delayNoticeGiven()])).toMatchObject({ known: { answerDue: '2026-12-18' } });
    given(...withBoard(), delayNoticeGiven())
      .when(giveDelayNotice, { ...command, due: '2026-12-23' })
      .then(delayNoticeGiven({ replaces: '2026-12-18', due: '2026-12-23' }));
  });
});
