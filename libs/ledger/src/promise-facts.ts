import { isAcknowledgedAtOnce, outcomesWithoutAnswer, type CaseFacts, type Channel, type Way } from '#cases';
import type { Recorded } from '#event-log';
import type { NoticeFacts } from '#notices';
import { localDate, type FactOf, type FactType, type PromiseFact } from '#promises';

/** What has to be remembered of a case to know how its submitter is told something. */
export interface Told {
  /** The event that received it; it tells the submitter that it has come in. */
  readonly received: string;
  readonly channel: Channel;
  /** Whether the submitter left an address for e-mail. */
  readonly byMail: boolean;
  /** Whether receipt was told in the moment of receiving. */
  readonly atOnce: boolean;
}

export const toldIn = (event: Recorded): Told => {
  const received = event.data as CaseFacts['CaseReceived'];
  return {
    received: event.id,
    channel: received.channel,
    byMail: received.contact?.email !== undefined,
    atOnce: isAcknowledgedAtOnce(received),
  };
};

/** What an event of a case says of its promises; nothing, most often. */
export function promiseFacts(event: Recorded, told: Told): readonly PromiseFact[] {
  const translate = translations[event.type as keyof CaseFacts] as Translation<unknown> | undefined;
  return translate?.(event.data, new Telling(event, told)) ?? [];
}

/** A notice, and the event whose telling it carries. */
interface Carried {
  readonly noticeId: string;
  readonly telling: string;
}

/** What the mailer wrote down of a notice: the relay took it, or it came back, or it will not be sent. */
export function deliveryFacts(event: Recorded, carried: Carried): readonly PromiseFact[] {
  const fact = deliveries[event.type as keyof NoticeFacts]?.(new Saying(event), carried);
  return fact ? [fact] : [];
}

const undeliverable = (say: Saying, { noticeId: notice, telling }: Carried) => say.that('undeliverable', { telling, notice });

const deliveries: { readonly [Type in keyof NoticeFacts]?: (say: Saying, carried: Carried) => PromiseFact } = {
  NoticeHandedOver: (say, { noticeId: notice, telling }) => say.that('handed-over', { telling, notice }),
  NoticeBounced: (say, { noticeId: notice }) => say.that('bounced', { notice }),
  NoticeFailed: undeliverable,
  // Held back is only what nobody but the submitter caused: the page that took it in has shown the receipt, and with it the code.
  NoticeHeldBack: (say, { telling }) => say.that('available-by-code', { telling }, say.since()),
};

/** The name of every event of a notice that says something of promises. */
export const deliveryTypes: readonly string[] = Object.keys(deliveries);

type Translation<Data> = (data: Readonly<Data>, say: Telling) => readonly PromiseFact[];

const translations: { readonly [Type in keyof CaseFacts]?: Translation<CaseFacts[Type]> } = {
  PromiseMade: (made, say) => [
    say.that('promised', { what: made.promise, due: made.due, ...countedBy(made) }),
    ...(made.promise === 'acknowledgement' ? say.receipt() : []),
    // Told in the same moment: by the mail that this event causes, or on the page.
    ...(made.promise === 'review' ? [say.that('told', { what: 'review-acknowledgement' }), ...say.arrived('email')] : []),
  ],
  PromiseRecounted: ({ promise, cause, computed, due, counted }, say) => [
    say.that('corrected', { promise, cause, computed, due, counted }),
  ],
  CaseAcknowledged: ({ by, on }, say) => [say.that('told', { what: 'acknowledgement' }, on), ...say.arrived(by, on)],
  CaseRouted: ({ by }, say) => (by === 'person' ? [say.questionOver('routed')] : []),
  TransferAccepted: (_, say) => [say.that('told-besides', {}), say.questionOver('transferred')],
  AnswerGiven: ({ by }, say) => [say.that('told', { what: 'answer' }), say.questionOver('answered'), ...say.arrived(by)],
  DelayNoticeGiven: ({ of, due }, say) => [say.that('delay-notice-given', { of, due, reasoned: true }), ...say.arrived('email')],
  ReviewAnswered: ({ by }, say) => [say.that('told', { what: 'review' }), say.questionOver('answered'), ...say.arrived(by)],
  ClarificationAsked: ({ replyBy }, say) => [say.that('told-besides', {}), say.that('clarification-asked', { replyBy })],
  ClarificationReceived: (_, say) => [say.that('clarification-received', {})],
  ActionPlanned: ({ actionId, due }, say) => [say.that('action-planned', { action: actionId, due })],
  ActionCompleted: ({ actionId }, say) => [say.that('told-besides', {}), say.that('action-completed', { action: actionId })],
  ReferredToExternalBody: (_, say) => [say.that('told-besides', {})],
  CaseClosed: ({ outcome }, say) => [
    say.that('told-besides', {}),
    say.that('closed', { outcome, withoutAnswer: outcomesWithoutAnswer.includes(outcome) }),
  ],
  CaseReopened: (_, say) => [say.that('reopened', {})],
};

/** By what a date was counted, as the promise itself says. */
const countedBy = ({ from, term, extensions, policy, policyVersion, calendar }: Readonly<CaseFacts['PromiseMade']>) => ({
  ...(from !== null && term !== null && { counted: { from, term, policy, policyVersion, calendar } }),
  ...(extensions !== null && { extensionsAtMost: extensions.atMost }),
});

/** States a fact with where it comes from. */
class Saying {
  constructor(protected readonly event: Recorded) {}

  /** The day on which what is told was asked for, where the event says so. */
  since(): string | undefined {
    const { since } = this.event.data as { readonly since?: string | null };
    return since ? localDate(since) : undefined;
  }

  that<Type extends FactType>(type: Type, fact: Omit<FactOf<Type>, 'type' | 'eventId' | 'at' | 'on'>, on?: string): PromiseFact {
    const at = this.event.metadata.recordedAt;
    return { type, eventId: this.event.id, at, on: on ?? localDate(at), ...fact } as unknown as PromiseFact;
  }
}

class Telling extends Saying {
  constructor(
    event: Recorded,
    private readonly told: Told,
  ) {
    super(event);
  }

  /**
   * How what an event tells has arrived, if that is known now. What goes by e-mail arrives when the relay takes it; who left no
   * address reads it with the receipt code.
   */
  arrived(by: Way, on?: string, telling = this.event.id): readonly PromiseFact[] {
    if (by === 'phone' || by === 'visit' || by === 'letter')
      return [this.that('told-otherwise', { telling, how: by, by: this.event.metadata.actor }, on)];
    return by === 'email' && this.told.byMail ? [] : [this.that('available-by-code', { telling }, on)];
  }

  /** The case has left the hands of whoever asked, or needs no reply any more: nobody waits for one, though it is taken in if it comes. */
  questionOver(reason: 'answered' | 'routed' | 'transferred'): PromiseFact {
    return this.that('released', { what: 'clarification-reply', reason });
  }

  /** What comes in is acknowledged by the first event of the case itself, or by a mail that it causes. */
  receipt(): readonly PromiseFact[] {
    const { received, channel, atOnce } = this.told;
    const told = { ...this.that('told', { what: 'acknowledgement' }), eventId: received };
    if (!atOnce) return [told];
    return [told, ...this.arrived(channel === 'phone' || channel === 'visit' ? channel : 'code', undefined, received)];
  }
}
