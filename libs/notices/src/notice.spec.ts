import {
  bounceNotice,
  claimNotice,
  failNotice,
  holdBackNotice,
  noticeIdOf,
  notRequested,
  replayNotice,
  requestNotice,
  settleNotice,
  usualPatience,
  type Attempt,
  type Draft,
  type Notice,
} from '#notices';
import { noticeEvent as happened } from '#test/notice-events';
import { pauseAfter } from './patience.js';

const requested = happened('NoticeRequested', { requestedAt: '2026-11-26T08:00:00.000Z' });
const claimed = happened('NoticeClaimed', { node: 'a', start: '1', attempt: 1, message: 'the bytes' });
const waiting = replayNotice([requested]);
const inHand = replayNotice([requested, claimed]);
const at = '2026-11-26T08:00:10.000Z';
const claim = (state: Notice) => claimNotice({ node: 'b', start: '2', at, message: 'other bytes' }, state);
const settle = (attempt: Attempt, state = inHand, time = at) => settleNotice(attempt, { at: time, patience: usualPatience }, state);

describe('requesting a notice', () => {
  const draft: Draft = {
    kind: 'delay',
    caseId: '8c5f6b1e-3a7d-8e42-9f10-6d2b7c4a9e31',
    reference: 'RG-WD5C-429E-A093',
    language: 'sv',
    automatic: false,
    to: { sealed: 'address', place: '' },
    values: { newDate: '2026-12-07' },
    personal: { reason: { sealed: 'reason', place: '' } },
  };
  const request = (open: (value: unknown) => string | undefined, state = notRequested) =>
    requestNotice({ noticeId: noticeIdOf('cause', 'delay'), draft, requestedAt: at, open }, state);
  const open = (value: unknown) => (typeof value === 'string' ? value : `opened ${(value as { sealed: string }).sealed}`);

  it('writes down the opened address and the opened values', () => {
    expect(request(open)).toMatchObject([
      { type: 'NoticeRequested', data: { to: 'opened address', values: '{"newDate":"2026-12-07","reason":"opened reason"}' } },
    ]);
  });

  it('asks nothing twice, and nothing of what was destroyed', () => {
    expect(request(open, waiting)).toEqual([]);
    expect(request(() => undefined)).toEqual([]);
  });

  it('has an id that depends on cause and kind alone', () => {
    expect(noticeIdOf('cause', 'delay')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(noticeIdOf('cause', 'delay')).toBe(noticeIdOf('cause', 'delay'));
    expect(noticeIdOf('cause', 'delay')).not.toBe(noticeIdOf('cause', 'moved'));
  });
});

describe('claiming a notice', () => {
  it('keeps the bytes of the first claim for every later one', () => {
    expect(claim(waiting)).toEqual([{ type: 'NoticeClaimed', data: { node: 'b', start: '2', attempt: 1, message: 'other bytes' } }]);
    const deferred = replayNotice([requested, claimed, happened('NoticeDeferred')]);
    expect(claim(deferred)).toEqual([{ type: 'NoticeClaimed', data: { node: 'b', start: '2', attempt: 2 } }]);
    expect(replayNotice([requested, claimed, happened('NoticeClaimed', { message: 'no' })])).toMatchObject({
      known: { message: 'the bytes' },
    });
  });

  it('says that it is uncertain when it takes over a claim that stands', () => {
    expect(claim(inHand)).toEqual([
      { type: 'NoticeUncertain', data: { why: 'claim-abandoned', nextAttemptAt: at } },
      { type: 'NoticeClaimed', data: { node: 'b', start: '2', attempt: 2 } },
    ]);
  });

  it.each(['NoticeHandedOver', 'NoticeFailed', 'NoticeBounced'] as const)('does nothing after %s', (type) => {
    expect(claim(replayNotice([requested, happened(type)]))).toEqual([]);
  });

  it('waits for the time until which it is held back, and is never claimed where that is for ever', () => {
    const held = (until: string | null) => replayNotice([requested, happened('NoticeHeldBack', { until })]);
    expect(claim(held('2026-11-27T09:00:00.000Z'))).toMatchObject([{ type: 'NoticeClaimed' }]);
    expect(claim(held(null))).toEqual([]);
  });
});

describe('how an attempt ended', () => {
  it('is written down as the relay said it', () => {
    const [handedOver] = settle({ outcome: 'handed-over', response: '250 Ok', queueId: 'Q1' });
    expect(handedOver).toEqual({ type: 'NoticeHandedOver', data: { response: '250 Ok', queueId: 'Q1', at } });
    expect(settle({ outcome: 'failed', code: '550 5.1.1' })).toEqual([{ type: 'NoticeFailed', data: { code: '550 5.1.1' } }]);
  });

  it('is tried again after ever longer pauses, from a minute to four hours', () => {
    expect(settle({ outcome: 'deferred', code: '451' })).toEqual([
      { type: 'NoticeDeferred', data: { code: '451', nextAttemptAt: '2026-11-26T08:01:10.000Z' } },
    ]);
    expect([1, 2, 3, 8, 9, 30].map((attempt) => pauseAfter(attempt, usualPatience) / 60_000)).toEqual([1, 2, 4, 128, 240, 240]);
  });

  it('is given up after four days', () => {
    expect(settle({ outcome: 'deferred', code: '451' }, inHand, '2026-11-30T08:00:01.000Z')).toEqual([
      { type: 'NoticeFailed', data: { code: '451' } },
    ]);
  });

  it('is uncertain when it broke off, and given up after the third time it may have arrived', () => {
    expect(settle({ outcome: 'uncertain' })).toEqual([
      { type: 'NoticeUncertain', data: { why: 'broken-off', nextAttemptAt: '2026-11-26T08:01:10.000Z' } },
    ]);
    const twice = [happened('NoticeUncertain', { why: 'broken-off' }), claimed];
    const third = settle({ outcome: 'uncertain' }, replayNotice([requested, claimed, ...twice, ...twice]));
    expect(third.map(({ type }) => type)).toEqual(['NoticeUncertain', 'NoticeFailed']);
  });

  it('does not count a claim that was abandoned among those that may have arrived', () => {
    const often = Array.from({ length: 10 }, () => [happened('NoticeUncertain', { why: 'claim-abandoned' }), claimed]).flat();
    expect(settle({ outcome: 'uncertain' }, replayNotice([requested, claimed, ...often]))).toHaveLength(1);
  });

  it('is nothing to write down unless there is a claim', () => {
    expect(settle({ outcome: 'uncertain' }, waiting)).toEqual([]);
  });
});

describe('a notice that is not sent', () => {
  it('may be held back while it waits, and given up until it was handed over', () => {
    const held = { reason: 'address-cap', until: '2026-11-27T10:12:00.000Z' } as const;
    expect(holdBackNotice(held, waiting)).toMatchObject([{ type: 'NoticeHeldBack', data: held }]);
    expect(failNotice('shredded', waiting)).toEqual([{ type: 'NoticeFailed', data: { code: 'shredded' } }]);
    expect(holdBackNotice(held, inHand)).toEqual([]);
    expect(failNotice('shredded', replayNotice([requested, claimed, happened('NoticeHandedOver')]))).toEqual([]);
  });

  it('may come back after it was handed over', () => {
    expect(bounceNotice('550', replayNotice([requested, claimed, happened('NoticeHandedOver')]))).toHaveLength(1);
    expect(bounceNotice('550', waiting)).toEqual([]);
  });
});
