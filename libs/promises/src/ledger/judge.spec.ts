import { judge, ledgerOf, standingDate, type PromiseFact, type PromiseKind, type Verdict } from '#promises';
import { answered, bounced, delayed, fact, handedOver, promised, undeliverable } from '#test/promise-facts';

/** How a promise of a case stands on a day, after this. */
const stands = (today: string, ...facts: PromiseFact[]) => ({
  /** The last one of the kind. */
  of: (what: PromiseKind): Verdict | undefined => {
    const promise = ledgerOf(facts).findLast((each) => each.what === what);
    return promise && judge(promise, today);
  },
});
const answer = (today: string, ...facts: PromiseFact[]): Verdict | undefined => stands(today, promised(), ...facts).of('answer');

describe('a promised answer', () => {
  it('is open until the end of the last day, and missed from the next', () => {
    expect(answer('2026-12-10')).toMatchObject({ state: 'open', due: '2026-12-10' });
    expect(answer('2026-12-11')).toMatchObject({ state: 'missed', deliveredOn: undefined });
  });

  it('is not kept by being written: it has to arrive', () => {
    expect(answer('2026-12-10', answered('2026-12-01'))).toMatchObject({ state: 'open' });
    expect(answer('2026-12-11', answered('2026-12-01'))).toMatchObject({ state: 'missed' });
  });

  it.each<[string, PromiseFact]>([
    ['the relay took', handedOver('answered', '2026-12-10')],
    ['somebody told by phone', fact('told-otherwise', '2026-12-10', { telling: 'answered', how: 'phone', by: 'officer-1' })],
    ['can be read with the receipt code', fact('available-by-code', '2026-12-10', { telling: 'answered' })],
  ])('is kept by what %s on the last day, and says by which events', (_, delivery) => {
    expect(answer('2027-01-01', answered('2026-12-10'), delivery)).toEqual({
      state: 'kept',
      due: '2026-12-10',
      keptOn: '2026-12-10',
      evidence: ['promised', 'answered', delivery.eventId],
    });
  });

  it('is missed by what arrives a day late, and says when it did', () => {
    expect(answer('2027-01-01', answered('2026-12-10'), handedOver('answered', '2026-12-11'))).toMatchObject({
      state: 'missed',
      deliveredOn: '2026-12-11',
      evidence: ['promised', 'answered', 'notice of answered handed over'],
    });
  });

  it('is kept by a call that was written down after the weekend', () => {
    const call = fact('told-otherwise', '2026-12-10', { telling: 'answered', how: 'phone', by: 'officer-1' });
    expect(answer('2026-12-14', answered('2026-12-14'), call)).toMatchObject({ state: 'kept', keptOn: '2026-12-10' });
  });

  it('is owed again when the mail bounces, with the clock where it stood', () => {
    const sent = [answered('2026-12-01'), handedOver('answered', '2026-12-01')];
    const back = bounced('notice of answered', '2026-12-02');
    expect(answer('2026-12-10', ...sent, back)).toMatchObject({ state: 'open', due: '2026-12-10' });
    expect(answer('2026-12-11', ...sent, back)).toMatchObject({ state: 'missed', evidence: expect.arrayContaining([back.eventId]) });
    const again = handedOver('answered', '2026-12-10', 'to the right address');
    expect(answer('2026-12-11', ...sent, back, again)).toMatchObject({ state: 'kept', keptOn: '2026-12-10' });
  });

  it('is kept by a call although the mail bounces afterwards', () => {
    const call = fact('told-otherwise', '2026-12-03', { telling: 'answered', how: 'phone', by: 'officer-1' });
    const facts = [answered('2026-12-01'), handedOver('answered', '2026-12-01'), call, bounced('notice of answered', '2026-12-04')];
    expect(answer('2026-12-11', ...facts)).toMatchObject({ state: 'kept', keptOn: '2026-12-03' });
  });
});

describe('a delay notice', () => {
  const onTime = [delayed('2026-12-08', '2026-12-22'), handedOver('delayed', '2026-12-10')];

  it('that arrived on the day it replaces moves the date, and is itself a promise kept', () => {
    expect(answer('2026-12-22', ...onTime)).toEqual({
      state: 'open',
      due: '2026-12-22',
      evidence: ['promised', 'delayed', 'notice of delayed handed over'],
    });
    expect(stands('2026-12-22', promised(), ...onTime).of('delay-notice')).toMatchObject({ state: 'kept', due: '2026-12-10' });
  });

  it.each<[string, PromiseFact[], object]>([
    [
      'was given without a reason',
      [delayed('2026-12-08', '2026-12-22', { reasoned: false }), handedOver('delayed', '2026-12-08')],
      { why: 'no-reason' },
    ],
    ['tells no later date', [delayed('2026-12-08', '2026-12-10'), handedOver('delayed', '2026-12-08')], { why: 'not-later' }],
    [
      'goes further than the policy allows',
      [delayed('2026-12-08', '2026-12-22', { latest: '2026-12-21' }), handedOver('delayed', '2026-12-08')],
      { why: 'too-long' },
    ],
    ['was never delivered', [delayed('2026-12-08', '2026-12-22')], { why: 'not-delivered' }],
    ['arrived too late', [delayed('2026-12-10', '2026-12-22'), handedOver('delayed', '2026-12-11')], { why: 'delivered-too-late' }],
    ['bounced', [...onTime, bounced('notice of delayed', '2026-12-12')], { why: 'not-delivered' }],
  ])('that %s moves nothing', (_, facts, weighed) => {
    expect(answer('2026-12-11', ...facts)).toMatchObject({ state: 'missed', due: '2026-12-10' });
    expect(standingDate(ledgerOf([promised(), ...facts])[0]!)).toMatchObject({ due: '2026-12-10', changes: [weighed] });
  });

  it('beyond the number that the policy allows moves nothing', () => {
    const second = [delayed('2026-12-20', '2027-01-11', {}, 'second'), handedOver('second', '2026-12-20')];
    const after = (extensionsAtMost: number) => stands('2027-01-01', promised({ extensionsAtMost }), ...onTime, ...second).of('answer');
    expect([after(1), after(2)]).toMatchObject([
      { state: 'missed', due: '2026-12-22' },
      { state: 'open', due: '2027-01-11' },
    ]);
  });

  it('that came too late for the first date does not save a second one', () => {
    const late = [delayed('2026-12-11', '2026-12-22'), handedOver('delayed', '2026-12-11')];
    const second = [delayed('2026-12-21', '2027-01-11', {}, 'second'), handedOver('second', '2026-12-21')];
    expect(answer('2026-12-23', ...late, ...second)).toMatchObject({ state: 'missed', due: '2026-12-10' });
  });

  it('where nothing was promised promises nothing', () => {
    expect(ledgerOf(onTime)).toEqual([]);
  });
});

describe('closing', () => {
  const withdrawn = fact('closed', '2026-12-01', { outcome: 'withdrawn', withoutAnswer: true });

  it('without an answer, where the outcome permits it, releases from the answer and says why', () => {
    expect(answer('2027-01-01', withdrawn)).toEqual({
      state: 'released',
      due: '2026-12-10',
      reason: 'withdrawn',
      evidence: ['promised', 'closed'],
    });
  });

  it('with an outcome that needs an answer leaves it owed', () => {
    const closed = fact('closed', '2026-12-01', { outcome: 'explained', withoutAnswer: false });
    expect([answer('2026-12-10', closed), answer('2026-12-11', closed)]).toMatchObject([{ state: 'open' }, { state: 'missed' }]);
  });

  it('does not undo what was missed, nor what was kept', () => {
    const later = fact('closed', '2026-12-11', { outcome: 'withdrawn', withoutAnswer: true });
    expect(answer('2027-01-01', later)).toMatchObject({ state: 'missed' });
    expect(answer('2027-01-01', answered('2026-11-30'), handedOver('answered', '2026-11-30'), withdrawn)).toMatchObject({ state: 'kept' });
  });

  it('does not release from the acknowledgement', () => {
    const acknowledgement = promised({ what: 'acknowledgement', due: '2026-11-30' }, 'acknowledgement promised');
    expect(stands('2027-01-01', acknowledgement, withdrawn).of('acknowledgement')).toMatchObject({ state: 'missed' });
  });

  it('is undone by reopening: the promise is owed again, unless another date is told', () => {
    const reopened = fact('reopened', '2026-12-05', {});
    expect(answer('2026-12-10', withdrawn, reopened)).toMatchObject({ state: 'open', due: '2026-12-10' });
    const anew = promised({ due: '2026-12-21' }, 'promised anew');
    const ledger = ledgerOf([promised(), withdrawn, reopened, anew]);
    expect(ledger.map((promise) => judge(promise, '2026-12-22'))).toMatchObject([
      { state: 'released', reason: 'withdrawn' },
      { state: 'missed', due: '2026-12-21' },
    ]);
  });
});

describe('other promises', () => {
  it('an answer after reopening concerns the new promise, and leaves the old one kept', () => {
    const ledger = ledgerOf([
      promised(),
      answered('2026-12-01'),
      handedOver('answered', '2026-12-01'),
      fact('reopened', '2026-12-05', {}),
      promised({ due: '2026-12-21' }, 'promised anew'),
      answered('2026-12-20', 'answered again'),
      handedOver('answered again', '2026-12-22'),
    ]);
    expect(ledger.map((promise) => judge(promise, '2027-01-01'))).toMatchObject([
      { state: 'kept', keptOn: '2026-12-01' },
      { state: 'missed', deliveredOn: '2026-12-22' },
    ]);
  });

  it('an action is kept by being done, each by its own', () => {
    const planned = (action: string) => fact('action-planned', '2026-12-01', { action, due: '2026-12-20' }, `${action} planned`);
    const ledger = ledgerOf([planned('lamp'), planned('bench'), fact('action-completed', '2026-12-19', { action: 'lamp' })]);
    expect(ledger.map((promise) => judge(promise, '2026-12-21').state)).toEqual(['kept', 'missed']);
  });

  it("a reply to questions is the submitter's, and nobody waits for it in a closed case", () => {
    const asked = fact('clarification-asked', '2026-12-01', { replyBy: '2026-12-15' });
    const reply = (...facts: PromiseFact[]) => stands('2027-01-01', asked, ...facts).of('clarification-reply')?.state;
    expect([
      reply(),
      reply(fact('clarification-received', '2026-12-15', {})),
      reply(fact('closed', '2026-12-10', { outcome: 'explained', withoutAnswer: false })),
    ]).toEqual(['missed', 'kept', 'released']);
  });

  it.each(['answered', 'routed', 'transferred'])(
    'a reply is waited for no more once the case was %s, and not again when it is taken up',
    (reason) => {
      const asked = fact('clarification-asked', '2026-12-01', { replyBy: '2026-12-15' });
      const over = fact('released', '2026-12-10', { what: 'clarification-reply', reason });
      const closed = fact('closed', '2026-12-11', { outcome: 'explained', withoutAnswer: false });
      const ends = [[over], [over, closed, fact('reopened', '2026-12-12', {})], [closed, fact('reopened', '2026-12-12', {})]];
      expect(ends.map((facts) => stands('2027-01-01', asked, ...facts).of('clarification-reply')?.state)).toEqual(
        Array(3).fill('released'),
      );
    },
  );

  describe('that is weaker than what was told', () => {
    const acknowledgement = promised({ what: 'acknowledgement', due: '2026-11-26' }, 'acknowledgement promised');
    const besides = (on: string) => [fact('told-besides', on, {}, 'question'), handedOver('question', on)];

    it('is kept by it, if that arrives in time: an answer, or any word of the case', () => {
      const told = [answered('2026-11-26'), handedOver('answered', '2026-11-26')];
      expect(stands('2027-01-01', acknowledgement, promised(), ...told).of('acknowledgement')).toMatchObject({
        state: 'kept',
        evidence: ['acknowledgement promised', 'answered', 'notice of answered handed over'],
      });
      expect(stands('2027-01-01', acknowledgement, ...besides('2026-11-26')).of('acknowledgement')).toMatchObject({ state: 'kept' });
      expect(stands('2027-01-01', acknowledgement, ...besides('2026-11-27')).of('acknowledgement')).toMatchObject({
        state: 'missed',
        deliveredOn: '2026-11-27',
      });
    });

    it('is not kept by what came back', () => {
      const back = [answered('2026-11-26'), handedOver('answered', '2026-11-26'), bounced('notice of answered', '2026-11-26')];
      expect(stands('2027-01-01', acknowledgement, promised(), ...back).of('acknowledgement')).toMatchObject({ state: 'missed' });
    });

    it('is kept by the answer where word that it will be late did not arrive', () => {
      const late = [promised(), delayed('2026-12-08', '2026-12-20'), undeliverable('delayed', '2026-12-08')];
      const told = [answered('2026-12-09'), handedOver('answered', '2026-12-09')];
      expect(stands('2027-01-01', ...late, ...told).of('delay-notice')).toMatchObject({ state: 'kept' });
      expect(stands('2027-01-01', ...late).of('delay-notice')).toMatchObject({ state: 'missed' });
    });

    it('is kept by the review where its receipt was not acknowledged, and by word that it will be late', () => {
      const asked = [
        promised({ what: 'review-acknowledgement', due: '2026-12-10' }, 'acknowledgement'),
        promised({ what: 'review', due: '2026-12-28' }, 'review'),
      ];
      const reviewed = [fact('told', '2026-12-09', { what: 'review' }, 'reviewed'), handedOver('reviewed', '2026-12-09')];
      const late = [delayed('2026-12-09', '2027-01-08', { of: 'review' }), handedOver('delayed', '2026-12-09')];
      for (const told of [reviewed, late, besides('2026-12-09')])
        expect(stands('2027-01-01', ...asked, ...told).of('review-acknowledgement')).toMatchObject({ state: 'kept' });
    });
  });

  it('a review is a promise of its own, with an extension of its own', () => {
    const review = promised({ what: 'review', due: '2026-12-28' }, 'review promised');
    const late = [delayed('2026-12-20', '2027-01-29', { of: 'review' }), handedOver('delayed', '2026-12-20')];
    expect(stands('2027-01-01', promised(), review, ...late).of('review')).toMatchObject({ state: 'open', due: '2027-01-29' });
    expect(stands('2027-01-01', promised(), review, ...late).of('answer')).toMatchObject({ state: 'missed', due: '2026-12-10' });
  });

  it('what is released by decision names its reason', () => {
    const referred = fact('released', '2026-12-02', { what: 'answer', reason: 'referred' });
    expect(answer('2027-01-01', referred)).toMatchObject({ state: 'released', reason: 'referred' });
  });
});
