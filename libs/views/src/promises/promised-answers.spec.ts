import { TableProcessor } from '#processors';
import { openDatabase, type Database } from '#sqlite';
import type { Recorded } from '#event-log';
import { caseReceived, caseReopened, caseRouted, answerGiven, promiseMade, reviewRequested } from '#test/case-events';
import type { CaseEvent } from '#cases';
import { noticeEvent } from '#test/notice-events';
import { promisedAnswers, promises } from '#views';

const theCase = '6f1c0f8e-7b1d-8f3a-a2c5-0d9e4b7a6c11';
const mail = { email: 'karin@example.com' };
let events: Recorded[];

const happens = (stream: string, { type, data }: { type: string; data: object }, on: string, causationId?: string): string => {
  const place = events.length + 1;
  const context = { actor: 'anna', commandId: '', correlationId: theCase, schemaVersion: 1, recordedAt: `${on}T09:00:00.000Z` };
  const metadata = { ...context, ...(causationId !== undefined && { causationId }) };
  const revision = events.filter((event) => event.stream === stream).length;
  events.push({ id: `event ${place}`, stream, revision, position: `sqlite:${place}`, type, data, metadata });
  return `event ${place}`;
};
const inCase = (event: CaseEvent, on: string): string => happens(`case-${theCase}`, event, on);
const byMail = (telling: string, what: 'NoticeRequested' | 'NoticeHandedOver' | 'NoticeBounced', on: string): void => {
  const { type, data } = noticeEvent(what);
  happens('notice-n', { type, data: what === 'NoticeRequested' ? { ...data, noticeId: 'n', caseId: theCase } : data }, on, telling);
};
const view = (): Database => {
  const db = openDatabase(':memory:', { synchronous: 'NORMAL' });
  const processor = new TableProcessor(db, promises());
  processor.take(events, 'a-log');
  expect(processor.deadLetters()).toEqual([]);
  return db;
};
const stands = (today: string) => promisedAnswers(view(), [theCase, 'another'], today).get(theCase);

describe('the promised answer of a case', () => {
  beforeEach(() => {
    events = [];
    inCase(caseReceived({ caseId: theCase, contact: mail }), '2026-11-26');
    inCase(caseRouted(), '2026-11-26');
  });

  it('is none where nothing was promised, and of a case that is not there', () => {
    expect(promisedAnswers(view(), [theCase, 'another'], '2026-11-26').size).toBe(0);
  });

  it('is open until the end of the day, then missed', () => {
    inCase(promiseMade(), '2026-11-26');
    expect(stands('2026-12-10')).toEqual({ what: 'answer', due: '2026-12-10', state: 'open', delivered: false });
    expect(stands('2026-12-11')).toMatchObject({ state: 'missed', delivered: false });
  });

  it('is kept when the mail was taken, and not when it comes back', () => {
    inCase(promiseMade(), '2026-11-26');
    const answer = inCase(answerGiven(), '2026-12-01');
    byMail(answer, 'NoticeRequested', '2026-12-01');
    expect(stands('2026-12-02')).toMatchObject({ state: 'open', delivered: false });
    byMail(answer, 'NoticeHandedOver', '2026-12-01');
    expect(stands('2026-12-02')).toMatchObject({ state: 'kept', delivered: true });
    byMail(answer, 'NoticeBounced', '2026-12-03');
    expect(stands('2026-12-04')).toMatchObject({ state: 'open', delivered: false });
  });

  it('is the last that was made: another after reopening, the review once one was asked for', () => {
    inCase(promiseMade(), '2026-11-26');
    inCase(answerGiven({ by: 'phone' }), '2026-12-01');
    inCase(caseReopened(), '2026-12-02');
    inCase(promiseMade({ due: '2026-12-16' }), '2026-12-02');
    expect(stands('2026-12-03')).toMatchObject({ what: 'answer', due: '2026-12-16', state: 'open' });
    inCase(answerGiven({ by: 'phone' }), '2026-12-04');
    inCase(reviewRequested(), '2026-12-05');
    inCase(promiseMade({ promise: 'review', due: '2027-01-11' }), '2026-12-05');
    expect(stands('2026-12-06')).toMatchObject({ what: 'review', due: '2027-01-11', state: 'open' });
  });
});
