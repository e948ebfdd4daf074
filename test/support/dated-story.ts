import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#event-log';
import { noticeIdOf, noticeStream } from '#notices';
import * as facts from './case-events.js';
import type { Chance } from './chance.js';
import { inStockholm, plusDays, rolled } from './naive-days.js';
import type { Noted } from './naive-work.js';
import { noticeEvent } from './notice-events.js';

/** What happens in a case, told as it goes. Knows the log only by what it appends. */
export interface Happening {
  /** In milliseconds. */
  readonly at: number;
  readonly does: (story: Story) => Happened;
}

/** What is to be appended, and what it means. */
export interface Happened {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  /** @param ids of the events, once they stand in the log */
  readonly noted: (ids: readonly string[], on: string) => readonly Noted[];
  /** What will happen because of it. */
  readonly then?: (ids: readonly string[]) => readonly Happening[];
}

export interface Story {
  readonly caseId: string;
  readonly byMail: boolean;
  readonly past: Noted[];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A case that comes in at a time, and all that comes of it: most go well, and everything that can go wrong does so now and then. */
export function aStory(at: number, chance: Chance): { readonly story: Story; readonly first: Happening } {
  const story: Story = { caseId: randomUUID(), byMail: chance.next() < 0.5, past: [] };
  return { story, first: { at, does: () => received(story, at, chance) } };
}

function received({ caseId, byMail }: Story, at: number, chance: Chance): Happened {
  const today = inStockholm(at).date;
  const due = rolled(plusDays(today, 14));
  const praise = chance.next() < 0.2;
  const contact = byMail ? { email: 'karin@example.com' } : {};
  const promise = { policy: 'gotland', policyVersion: 1, from: today };
  return {
    stream: `case-${caseId}`,
    events: [
      facts.caseReceived({ caseId, contact, receivedDate: today, text: 'Hej', kind: praise ? 'berom' : 'klagomal' }),
      facts.promiseMade({ ...promise, promise: 'acknowledgement', due: today }),
      ...(praise ? [] : [facts.promiseMade({ ...promise, due })]),
    ],
    noted: ([telling = '', acknowledgement = '', answer = ''], on) => [
      { type: 'promised', what: 'acknowledgement', due: today, id: acknowledgement, on },
      { type: 'told', what: 'acknowledgement', id: telling, on },
      ...(byMail ? [] : [{ type: 'arrived' as const, telling, id: telling, on }]),
      ...(praise ? [] : [{ type: 'promised' as const, what: 'answer' as const, due, id: answer, on }]),
    ],
    then: ([telling = '', , answer = '']) => [
      ...(byMail ? mailed(telling, 'acknowledgement', at, chance) : []),
      ...(praise ? [] : work({ due, answer, from: at }, chance)),
    ],
  };
}

/** What becomes of a promised answer: often in the last hours, sometimes late, never, or not needed. */
function work({ due, answer, from }: { due: string; answer: string; from: number }, chance: Chance): Happening[] {
  const end = Date.parse(due) + 22.5 * hour;
  const happenings: Happening[] = [];
  if (chance.next() < 0.2) happenings.push(delayed(due, end - chance.between(-1, 6) * day, chance));
  if (chance.next() < 0.05) happenings.push(corrected(answer, due, from + chance.between(0, 12) * day, chance));
  const fate = chance.next();
  if (fate < 0.06) return happenings;
  if (fate < 0.12) return [...happenings, withdrawn(from + chance.between(0, 20) * day, chance)];
  const answerAt =
    fate < 0.4 ? end + chance.between(-3, 3) * hour : fate < 0.85 ? chance.between(from, end) : end + chance.between(0, 12) * day;
  return [...happenings, answered(Math.max(answerAt, from + minute), chance)];
}

const answered = (at: number, chance: Chance): Happening => ({
  at,
  does: ({ caseId, byMail }) => {
    const mail = byMail && chance.next() < 0.8;
    return {
      stream: `case-${caseId}`,
      events: [facts.answerGiven({ by: mail ? 'email' : 'phone', text: 'Svar' })],
      noted: ([id = ''], on) => [
        { type: 'told', what: 'answer', id, on },
        ...(mail ? [] : [{ type: 'arrived' as const, telling: id, id, on }]),
      ],
      then: ([id = '']) => [
        ...(mail ? mailed(id, 'answer', at, chance) : []),
        ...(chance.next() < 0.08 ? [reopened(at + chance.between(1, 20) * day, chance)] : []),
      ],
    };
  },
});

/** The relay takes it soon, or when it can, or never, or says that it never will; and some of it comes back. */
function mailed(telling: string, kind: 'acknowledgement' | 'answer' | 'delay', at: number, chance: Chance): Happening[] {
  const luck = chance.next();
  if (luck < 0.02) return [];
  const handedOver = at + (luck < 0.15 ? chance.between(1, 20) * hour : chance.between(0.1, 10) * minute);
  const stream = noticeStream(noticeIdOf(telling, kind));
  if (luck > 0.97) return [refused(telling, stream, handedOver)];
  const took: Happening = {
    at: handedOver,
    does: () => ({
      stream,
      events: [noticeEvent('NoticeHandedOver')],
      noted: ([id = ''], on) => [{ type: 'arrived', telling, id, on }],
    }),
  };
  if (chance.next() > 0.06) return [took];
  const cameBack = handedOver + chance.between(0.01, 9) * day;
  const back: Happening = {
    at: cameBack,
    does: () => ({
      stream,
      events: [noticeEvent('NoticeBounced')],
      noted: ([id = ''], on) => [{ type: 'bounced', telling, id, on }],
      then: () => (kind === 'answer' && chance.next() < 0.7 ? [answered(cameBack + chance.between(0, 5) * day, chance)] : []),
    }),
  };
  return [took, back];
}

const refused = (telling: string, stream: string, at: number): Happening => ({
  at,
  does: () => ({
    stream,
    events: [noticeEvent('NoticeFailed')],
    noted: ([id = ''], on) => [{ type: 'bounced', telling, id, on }],
  }),
});

const delayed = (replaces: string, at: number, chance: Chance): Happening => ({
  at,
  does: ({ caseId, byMail }) => {
    const due = rolled(plusDays(replaces, Math.floor(chance.between(-2, 14))));
    return {
      stream: `case-${caseId}`,
      events: [facts.delayNoticeGiven({ replaces, due, reason: 'Vi väntar' })],
      noted: ([id = ''], on) => [{ type: 'delayed', due, id, on }, ...(byMail ? [] : [{ type: 'arrived' as const, telling: id, id, on }])],
      then: ([id = '']) => (byMail ? mailed(id, 'delay', at, chance) : []),
    };
  },
});

const corrected = (promise: string, before: string, at: number, chance: Chance): Happening => ({
  at,
  does: ({ caseId }) => {
    const due = rolled(plusDays(before, -Math.floor(chance.between(0, 6))));
    const counted = { from: before, term: { unit: 'weeks', count: 1, roll: true }, policy: 'gotland', policyVersion: 1, calendar: 'c' };
    return {
      stream: `case-${caseId}`,
      events: [{ type: 'PromiseRecounted', data: { promise, what: 'answer', cause: 'policy', before, computed: due, due, counted } }],
      noted: ([id = ''], on) => [{ type: 'corrected', promise, due, id, on }],
    };
  },
});

const withdrawn = (at: number, chance: Chance): Happening => ({
  at,
  does: ({ caseId }) => ({
    stream: `case-${caseId}`,
    events: [facts.caseClosed({ outcome: 'withdrawn' })],
    noted: ([id = ''], on) => [{ type: 'withdrawn', id, on }],
    then: () => (chance.next() < 0.3 ? [reopened(at + chance.between(0.1, 20) * day, chance)] : []),
  }),
});

/** Most often with a new date. */
const reopened = (at: number, chance: Chance): Happening => ({
  at,
  does: ({ caseId }) => {
    const today = inStockholm(at).date;
    const due = rolled(plusDays(today, 14));
    const anew = chance.next() < 0.8;
    return {
      stream: `case-${caseId}`,
      events: [facts.caseReopened(), ...(anew ? [facts.promiseMade({ policy: 'gotland', policyVersion: 1, from: today, due })] : [])],
      noted: ([id = '', promise = ''], on) => [
        { type: 'reopened', id, on },
        ...(anew ? [{ type: 'promised' as const, what: 'answer' as const, due, id: promise, on }] : []),
      ],
      then: ([, promise = '']) =>
        anew ? work({ due, answer: promise, from: at }, chance) : [answered(at + chance.between(0, 9) * day, chance)],
    };
  },
});
