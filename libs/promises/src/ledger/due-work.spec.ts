import { agendaOf, ledgerOf, type PromiseFact } from '#promises';
import { answered, bounced, delayed, fact, handedOver, promised, undeliverable } from '#test/promise-facts';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const around = { plan: { reminders: [3, 1], escalations: [1, 3, 5] }, calendar };

/** What is to have been done by a day: on which day, what, to whom. */
const work = (today: string, ...facts: PromiseFact[]) =>
  agendaOf(ledgerOf(facts), around, today).due.map(({ on, kind, to }) => [on, kind, to ?? 'nobody'].join(' '));
const next = (today: string, ...facts: PromiseFact[]) => agendaOf(ledgerOf(facts), around, today).nextOn;

describe('work that a promise asks for', () => {
  it('is a reminder on working days before the date, and only then', () => {
    expect(work('2026-12-06', promised())).toEqual([]);
    expect(work('2026-12-07', promised())).toEqual(['2026-12-07 reminder officer']);
    expect(work('2026-12-10', promised())).toEqual(['2026-12-07 reminder officer', '2026-12-09 reminder officer']);
  });

  it('is, once it is missed, the miss on the first day after, and word up to the head and no further', () => {
    expect(work('2026-12-11', promised())).toEqual(['2026-12-11 missed nobody', '2026-12-11 escalation officer']);
    expect(work('2027-03-01', promised())).toEqual([
      '2026-12-11 missed nobody',
      '2026-12-11 escalation officer',
      '2026-12-15 escalation manager',
      '2026-12-17 escalation head',
    ]);
  });

  it('has its own dates, however late it is found', () => {
    const [later] = agendaOf(ledgerOf([promised()]), around, '2027-03-01').due;
    const [atOnce] = agendaOf(ledgerOf([promised()]), around, '2026-12-11').due;
    expect(later).toEqual(atOnce);
  });

  it('records a miss on a holiday, and tells nobody before people work', () => {
    const onChristmasEve = promised({ due: '2026-12-24' });
    expect(work('2026-12-27', onChristmasEve)).toEqual(['2026-12-25 missed nobody']);
    expect(work('2026-12-28', onChristmasEve)).toContain('2026-12-28 escalation officer');
  });

  it('ends when the answer arrives, also late', () => {
    const late = [promised(), answered('2026-12-14'), handedOver('answered', '2026-12-14')];
    expect(work('2027-03-01', ...late)).toEqual(['2026-12-11 missed nobody']);
    expect(work('2027-03-01', promised(), answered('2026-12-01'), handedOver('answered', '2026-12-01'))).toEqual([]);
  });

  it('begins again when the mail bounces', () => {
    const facts = [promised(), answered('2026-12-01'), handedOver('answered', '2026-12-01'), bounced('notice of answered', '2026-12-09')];
    expect(work('2026-12-09', ...facts)).toEqual([
      '2026-12-07 reminder officer',
      '2026-12-09 reminder officer',
      '2026-12-09 undelivered officer',
    ]);
  });

  it('is word of a mail that bounced, on that day, until what it said has arrived in another way', () => {
    const cameBack = [
      promised({ due: '2026-12-30' }),
      answered('2026-12-01'),
      handedOver('answered', '2026-12-01'),
      bounced('notice of answered', '2026-12-03'),
    ];
    expect(work('2026-12-02', ...cameBack)).toEqual([]);
    expect(work('2026-12-03', ...cameBack)).toEqual(['2026-12-03 undelivered officer']);
    const byPhone = fact('told-otherwise', '2026-12-04', { telling: 'answered', how: 'phone', by: 'anna' });
    expect(work('2026-12-04', ...cameBack, byPhone)).toEqual([]);
    expect(work('2026-12-04', ...cameBack, fact('closed', '2026-12-04', { outcome: 'withdrawn', withoutAnswer: true }))).toEqual([]);
  });

  it('is no such word once it has arrived in another way, also too late, in the night whose work is still that of the date', () => {
    const facts = [promised(), answered('2026-12-01'), handedOver('answered', '2026-12-01'), bounced('notice of answered', '2026-12-10')];
    expect(work('2026-12-10', ...facts)).toContain('2026-12-10 undelivered officer');
    const again = [answered('2026-12-11', 'again'), handedOver('again', '2026-12-11')];
    expect(work('2026-12-10', ...facts, ...again)).toEqual(['2026-12-07 reminder officer', '2026-12-09 reminder officer']);
  });

  it('is the same word where the relay never took it, and of a delay notice', () => {
    const delay = [promised(), delayed('2026-12-01', '2026-12-20'), undeliverable('delayed', '2026-12-01')];
    expect(work('2026-12-02', ...delay)).toEqual(['2026-12-01 undelivered officer']);
    expect(work('2026-12-02', promised(), answered('2026-12-01'), undeliverable('answered', '2026-12-02'))).toEqual([
      '2026-12-02 undelivered officer',
    ]);
  });

  it('is word of a reply that did not come, on the day after it was asked for, until it comes or the case is closed', () => {
    const asked = fact('clarification-asked', '2026-12-01', { replyBy: '2026-12-08' });
    expect([next('2026-12-01', asked), work('2026-12-08', asked), work('2026-12-09', asked)]).toEqual([
      '2026-12-09',
      [],
      ['2026-12-09 unreplied officer'],
    ]);
    expect(work('2026-12-20', asked, fact('clarification-received', '2026-12-12', {}))).toEqual([]);
    expect(work('2026-12-20', asked, fact('closed', '2026-12-05', { outcome: 'explained', withoutAnswer: false }))).toEqual([]);
    const over = (on: string) => fact('released', on, { what: 'clarification-reply', reason: 'answered' });
    expect([work('2026-12-20', asked, over('2026-12-05')), work('2026-12-20', asked, over('2026-12-12'))]).toEqual([[], []]);
  });

  it('is word of what did not arrive once, however many promises it was to keep', () => {
    const acknowledgement = promised({ what: 'acknowledgement', due: '2026-12-10' }, 'acknowledgement');
    const told = [answered('2026-12-01'), undeliverable('answered', '2026-12-02')];
    expect(work('2026-12-02', acknowledgement, promised(), ...told)).toEqual(['2026-12-02 undelivered officer']);
  });

  it('is other work after a delay notice, and the same again if that bounces', () => {
    const keys = (...facts: PromiseFact[]) => agendaOf(ledgerOf([promised(), ...facts]), around, '2026-12-11').due.map(({ key }) => key);
    const extended = [delayed('2026-12-08', '2026-12-14'), handedOver('delayed', '2026-12-08')];
    expect(keys(...extended)).toEqual(['promised/2026-12-14/reminder/3', 'promised/2026-12-14/reminder/1']);
    expect(keys(...extended, bounced('notice of delayed', '2026-12-09'))).toEqual(expect.arrayContaining(keys()));
  });

  it('never belongs to a day before the promise was made', () => {
    expect(work('2026-11-30', promised({ due: '2026-11-27' }))).not.toContain('2026-11-24 reminder officer');
  });
});

describe('the next day with work', () => {
  it.each([
    ['2026-11-26', '2026-12-07'],
    ['2026-12-07', '2026-12-09'],
    ['2026-12-09', '2026-12-11'],
    ['2026-12-11', '2026-12-15'],
    ['2026-12-15', '2026-12-17'],
    ['2026-12-17', undefined],
  ])('after %s is %s', (today, on) => {
    expect(next(today, promised())).toBe(on);
  });

  it('never comes for what is kept', () => {
    expect(next('2026-12-01', promised(), answered('2026-12-01'), handedOver('answered', '2026-12-01'))).toBeUndefined();
  });
});
