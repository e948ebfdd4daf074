import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '#cases';
import type { NewEvent } from '#event-log';
import { noticeIdOf, noticeStream, type NoticeEvent, type NoticeKind } from '#notices';
import { judge } from '#promises';
import { aLog, type ALog } from '#test/a-log';
import * as facts from '#test/case-events';
import { noticeEvent } from '#test/notice-events';
import { mailOfCase, replayLedger } from '#ledger';

const received = '2026-11-26T09:00:00.000Z';

describe('the promises of a case, from the log', () => {
  let on: ALog;
  let caseId: string;
  /** The ids of what stands in the case. */
  let ids: readonly string[];

  beforeEach(async () => {
    on = await aLog();
    caseId = randomUUID();
    ids = [];
  });
  afterEach(() => on.close());

  const append = async (stream: string, events: readonly NewEvent[], recordedAt: string): Promise<string[]> => {
    const there = [];
    for await (const { id } of on.log.read(stream)) there.push(id);
    await on.log.append(stream, there.length === 0 ? 'no-stream' : there.length - 1, events, {
      actor: 'anna',
      commandId: randomUUID(),
      correlationId: caseId,
      recordedAt,
    });
    const now = [];
    for await (const { id } of on.log.read(stream)) now.push(id);
    return now;
  };
  const happens = async (events: CaseEvent[], recordedAt = received): Promise<void> => {
    ids = await append(`case-${caseId}`, events, recordedAt);
  };
  /** Of the notice that the last event of the case caused. */
  const notice = (kind: NoticeKind, events: NoticeEvent[], recordedAt: string) =>
    append(noticeStream(noticeIdOf(ids.at(-1) ?? '', kind)), events, recordedAt);
  const receipt = (more: Parameters<typeof facts.caseReceived>[0] = {}) => [
    facts.caseReceived({ caseId, ...more }),
    facts.caseRouted({ board: 'TN' }),
    facts.promiseMade({ promise: 'acknowledgement', due: '2026-11-26' }),
    facts.promiseMade({ due: '2026-12-10' }),
  ];
  const verdicts = async (today: string, asOf?: string) =>
    (await replayLedger(on.log, caseId, asOf)).map((promise) => `${promise.what} ${judge(promise, today).state}`);

  it('are none where nothing was received', async () => expect(await replayLedger(on.log, caseId)).toEqual([]));

  it('are kept at once for who left no address and holds the receipt code', async () => {
    await happens(receipt({ contact: {} }));
    expect(await verdicts('2026-11-26')).toEqual(['acknowledgement kept', 'answer open']);
    await happens([facts.answerGiven({ by: 'email' })], '2026-12-10T08:00:00.000Z');
    expect(await verdicts('2026-12-11')).toEqual(['acknowledgement kept', 'answer kept']);
  });

  it('are not kept by a letter, which nobody has answered yet', async () => {
    await happens(receipt({ contact: {}, channel: 'letter' }));
    expect(await verdicts('2026-11-27')).toEqual(['acknowledgement missed', 'answer open']);
  });

  it.each(['phone', 'visit'] as const)('are acknowledged in the conversation, by %s', async (channel) => {
    await happens(receipt({ contact: {}, channel }));
    const [acknowledgement] = await replayLedger(on.log, caseId);
    expect(acknowledgement?.attempts[0]?.deliveries).toMatchObject([{ how: channel, by: 'anna', on: '2026-11-26' }]);
  });

  it('are kept when the relay has the mail, and not when it comes back', async () => {
    await happens(receipt({ contact: { email: 'karin@example.com' } }));
    await happens([facts.answerGiven({ by: 'email' })], '2026-12-09T08:00:00.000Z');
    expect(await verdicts('2026-12-11')).toEqual(['acknowledgement missed', 'answer missed']);
    await notice('answer', [noticeEvent('NoticeRequested'), noticeEvent('NoticeHandedOver')], '2026-12-09T08:00:01.000Z');
    expect(await verdicts('2026-12-11')).toEqual(['acknowledgement missed', 'answer kept']);
    await notice('answer', [noticeEvent('NoticeBounced')], '2026-12-12T08:00:00.000Z');
    expect(await verdicts('2026-12-12')).toEqual(['acknowledgement missed', 'answer missed']);
    expect(await verdicts('2026-12-11', '2026-12-11T08:00:00.000Z')).toEqual(['acknowledgement missed', 'answer kept']);
  });

  it('are moved by a delay notice that arrives, and by nothing less', async () => {
    await happens(receipt({ contact: { email: 'karin@example.com' } }));
    await happens([facts.delayNoticeGiven({ replaces: '2026-12-10', due: '2026-12-18' })], '2026-12-09T08:00:00.000Z');
    const due = async () => judge((await replayLedger(on.log, caseId))[1]!, '2026-12-11').due;
    expect(await due()).toBe('2026-12-10');
    await notice('delay', [noticeEvent('NoticeRequested'), noticeEvent('NoticeHandedOver')], '2026-12-09T08:00:01.000Z');
    expect(await due()).toBe('2026-12-18');
  });

  it('are moved by a correction', async () => {
    await happens(receipt({ contact: {} }));
    const term = { unit: 'weeks', count: 1, roll: true } as const;
    const counted = { from: '2026-11-26', term, policy: 'gotland', policyVersion: 1, calendar: 'c' };
    const recount = {
      promise: ids[3]!,
      cause: 'policy',
      before: '2026-12-10',
      computed: '2026-12-03',
      due: '2026-12-03',
      counted,
    } as const;
    await happens([facts.promiseRecounted(recount)], '2026-11-27T03:00:00.000Z');
    expect(judge((await replayLedger(on.log, caseId))[1]!, '2026-12-04').state).toBe('missed');
  });

  it('are others for a review: asked for, confirmed by the mail that names its date, answered when that arrives', async () => {
    await happens(receipt({ contact: {} }));
    await happens([facts.answerGiven({ by: 'phone' })], '2026-12-01T08:00:00.000Z');
    const asked = [
      facts.reviewRequested(),
      facts.promiseMade({ promise: 'review-acknowledgement', due: '2026-12-09' }),
      facts.promiseMade({ promise: 'review', due: '2026-12-30' }),
    ];
    await happens(asked, '2026-12-02T08:00:00.000Z');
    const before = ['acknowledgement kept', 'answer kept', 'review-acknowledgement kept'];
    expect(await verdicts('2026-12-30')).toEqual([...before, 'review open']);
    expect(await verdicts('2026-12-31')).toEqual([...before, 'review missed']);
    await happens([facts.reviewAnswered({ by: 'letter' })], '2026-12-30T12:00:00.000Z');
    expect(await verdicts('2026-12-31')).toEqual([...before, 'review kept']);
  });

  it('of a review wait for the mail where there is an address', async () => {
    await happens([...receipt(), facts.answerGiven({ by: 'phone' })]);
    const asked = [
      facts.reviewRequested(),
      facts.promiseMade({ promise: 'review-acknowledgement', due: '2026-12-09' }),
      facts.promiseMade({ promise: 'review', due: '2026-12-30' }),
    ];
    await happens(asked, '2026-12-02T08:00:00.000Z');
    expect((await verdicts('2026-12-10')).slice(-2)).toEqual(['review-acknowledgement missed', 'review open']);
    await notice('review', [noticeEvent('NoticeRequested'), noticeEvent('NoticeHandedOver')], '2026-12-02T08:00:05.000Z');
    expect((await verdicts('2026-12-10')).slice(-2)).toEqual(['review-acknowledgement kept', 'review open']);
    await happens([facts.reviewAnswered({ by: 'email' })], '2026-12-30T12:00:00.000Z');
    expect((await verdicts('2026-12-31')).slice(-1)).toEqual(['review missed']);
    await notice('review-answer', [noticeEvent('NoticeRequested'), noticeEvent('NoticeHandedOver')], '2026-12-30T12:00:05.000Z');
    expect((await verdicts('2026-12-31')).slice(-1)).toEqual(['review kept']);
  });

  it.each<[string, NoticeKind, CaseEvent]>([
    ['an answer', 'answer', facts.answerGiven({ by: 'email' })],
    ['a question', 'clarification', facts.clarificationAsked()],
    ['word of another board', 'moved', facts.transferAccepted()],
    ['word of a delay', 'delay', facts.delayNoticeGiven()],
    ['a referral', 'referred', facts.referredToExternalBody()],
    ['the closing', 'closed', facts.caseClosed({ outcome: 'duplicate' })],
  ])('are acknowledged by %s that arrives on the day, where the acknowledgement does not', async (_, kind, event) => {
    await happens(receipt({ contact: { email: 'karin@example.com' } }));
    await happens([event], '2026-11-26T10:00:00.000Z');
    expect(await verdicts('2026-11-27')).toContain('acknowledgement missed');
    await notice(kind, [noticeEvent('NoticeRequested'), noticeEvent('NoticeHandedOver')], '2026-11-26T10:00:01.000Z');
    expect(await verdicts('2026-11-27')).toContain('acknowledgement kept');
  });

  it('are acknowledged on the page where the mail is held back by a cap', async () => {
    await happens([facts.caseReceived({ caseId, contact: { email: 'karin@example.com' } })]);
    await happens(receipt().slice(1));
    const telling = ids[0] ?? '';
    const held = noticeEvent('NoticeHeldBack', { until: '2026-11-27T09:00:00.000Z', since: received });
    await append(noticeStream(noticeIdOf(telling, 'acknowledgement')), [noticeEvent('NoticeRequested'), held], '2026-11-27T00:00:01.000Z');
    expect(await verdicts('2026-11-27')).toContain('acknowledgement kept');
  });

  it('stand beside the mails of the case, each as it is now', async () => {
    await happens([facts.caseReceived({ caseId, contact: { email: 'karin@example.com' } })]);
    const held = noticeEvent('NoticeHeldBack', { until: '2026-11-27T09:00:00.000Z', since: received });
    await notice('acknowledgement', [noticeEvent('NoticeRequested'), held], '2026-11-26T09:00:01.000Z');
    await happens([facts.caseRouted({ board: 'TN' }), facts.answerGiven({ by: 'email' })]);
    await notice(
      'answer',
      [noticeEvent('NoticeRequested'), noticeEvent('NoticeFailed', { code: '550 5.1.1' })],
      '2026-11-27T08:00:00.000Z',
    );
    expect(await mailOfCase(on.log, caseId)).toMatchObject([
      { kind: 'acknowledgement', status: 'held-back', reason: 'address-cap', until: '2026-11-27T09:00:00.000Z' },
      { kind: 'answer', status: 'not-through', code: '550 5.1.1', since: '2026-11-27T08:00:00.000Z' },
    ]);
  });

  it.each<[string, CaseEvent[]]>([
    ['answered', [facts.answerGiven()]],
    ['taken over by another board', [facts.transferSent(), facts.transferAccepted()]],
    ['routed', [facts.caseRouted({ by: 'person', board: 'TN' })]],
    ['closed', [facts.caseClosed({ outcome: 'duplicate' })]],
  ])('wait for no reply once the case is %s', async (_, events) => {
    await happens([...receipt({ contact: {} }), facts.clarificationAsked({ replyBy: '2026-12-08' })]);
    expect(await verdicts('2026-12-09')).toContain('clarification-reply missed');
    await happens(events, '2026-12-05T10:00:00.000Z');
    expect(await verdicts('2026-12-09')).toContain('clarification-reply released');
  });
});
