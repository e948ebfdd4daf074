import type { CaseFacts, Channel, Contact, Kind, Outcome, Way } from '#cases';
import { channels, kinds, outcomes, ways } from '#cases';
import { uuidOf, type Recorded } from '#event-log';
import { localDate } from '#promises';
import { canonicalFacts } from './case-events.js';
import type { Chance } from './chance.js';

const minute = 60_000;
const day = 1_440 * minute;
const firstMoment = Date.UTC(2026, 0, 1);
const boards = ['RS', 'TN', 'MBN', 'SON'];

/** An event before it has a place in the log. */
interface Told extends Pick<Recorded, 'id' | 'stream' | 'type' | 'data'> {
  /** When it is told, in milliseconds. */
  readonly at: number;
  /** How far the clock that stamps it is behind the others. */
  readonly behind: number;
  readonly causationId: string | undefined;
}

/**
 * A year of made-up cases, as a log would hand on their events. Everything happens to them, in whatever order, also what no decision
 * would allow; mails are slow, fail and come back; and the clocks that stamp the events of a case differ.
 */
export function randomLog(chance: Chance, cases: number): readonly Recorded[] {
  const told = Array.from({ length: cases }, () => new RandomCase(chance).told).flat();
  const stamps = new Map<string, string>();
  const revisions = new Map<string, number>();
  return told
    .sort((one, other) => one.at - other.at)
    .map(({ at, behind, causationId, ...event }, place) => {
      const stamp = new Date(at - behind).toISOString();
      const before = stamps.get(event.stream) ?? '';
      const recordedAt = stamp > before ? stamp : before; // never back within a stream
      const revision = (revisions.get(event.stream) ?? -1) + 1;
      stamps.set(event.stream, recordedAt);
      revisions.set(event.stream, revision);
      const context = { actor: 'anna', commandId: event.id, correlationId: event.stream, schemaVersion: 1 };
      return {
        ...event,
        revision,
        position: `sqlite:${place + 1}`,
        metadata: { ...context, recordedAt, ...(causationId !== undefined && { causationId }) },
      };
    });
}

class RandomCase {
  readonly told: Told[] = [];
  private readonly caseId: string;
  private readonly contact: Contact;
  private readonly promises: { readonly promise: string; readonly what: 'acknowledgement' | 'answer' }[] = [];
  private readonly actions: string[] = [];
  private board: string;
  private at: number;

  constructor(private readonly chance: Chance) {
    this.caseId = this.uuid();
    this.board = this.one(boards);
    this.contact = chance.next() < 0.6 ? { email: 'karin@example.com' } : chance.next() < 0.5 ? { phone: '070-1740612' } : {};
    this.at = firstMoment + Math.floor(chance.between(0, 365 * 1_440)) * minute;
    this.receive();
    for (let steps = Math.floor(chance.between(0, 14)); steps > 0; steps--) {
      this.at += chance.next() < 0.3 ? 0 : Math.floor(chance.between(0, 9 * 1_440)) * minute;
      this.one(this.steps)();
    }
  }

  /** All that can happen after receipt. */
  private readonly steps: readonly (() => void)[] = [
    () => this.mailed('AnswerGiven', { text: 'Så.', by: this.one<Way>(ways) }),
    () => this.mailed('AnswerGiven', { text: 'Så.', by: this.one<Way>(ways) }),
    () => this.mailed('DelayNoticeGiven', { of: 'answer', reason: 'Vi väntar.', replaces: this.today(), due: this.dayFromNow(0, 30) }),
    () => this.tell('CaseAcknowledged', { by: this.one<Way>(ways), on: this.dayFromNow(-3, 0) }),
    () => this.transfer(),
    () => this.succeed(),
    () => this.mailed('CaseClosed', { outcome: this.one<Outcome>(outcomes) }),
    () => this.reopen(),
    () => this.tell('AnswerRated', this.rating()),
    () => this.plan(),
    () => this.complete(),
    () => this.tell('ClarificationAsked', { questions: 'Var?', replyBy: this.dayFromNow(2, 10) }),
    () => this.tell('ClarificationReceived', { text: 'Där.', channel: 'web' }),
    () => this.tell('SecrecyMarked', { provision: 'OSL 26 kap. 1 §' }),
    () => this.tell('SecrecyLifted', { reason: 'Ett misstag.' }),
    () => this.tell('SecrecyRuledOut', { reason: 'Ingenting är hemligt.' }),
    () => this.tell('NoteAdded', { text: 'Ring.' }),
    () => this.tell('ReceiptDateCorrected', { from: this.today(), to: this.dayFromNow(-10, 0), reason: 'Brevet låg.' }),
    () => this.recount(),
  ];

  private rating(): CaseFacts['AnswerRated'] {
    const satisfied = this.chance.next() < 0.5;
    return this.chance.next() < 0.2 ? { satisfied, by: 'staff', channel: 'phone' } : { satisfied, by: 'submitter' };
  }

  private receive(): void {
    const { chance } = this;
    const received: CaseFacts['CaseReceived'] = {
      ...canonicalFacts.CaseReceived,
      caseId: this.caseId,
      kind: this.one<Kind>(kinds),
      channel: this.one<Channel>(channels),
      receivedDate: this.dayFromNow(-4, 0),
      contact: this.contact,
    };
    const id = this.tell('CaseReceived', received);
    if (chance.next() < 0.8) this.tell('CaseClassified', { secrecy: 'none', category: 'GATA.SNOROJNING', by: 'rules' });
    if (chance.next() < 0.1) this.tell('CaseClassified', { secrecy: 'high', secretCategory: 'IFO.EKONOMISKT', by: 'person' });
    if (chance.next() < 0.2) this.tell('SecrecySuspected', { ruleVersion: '3' });
    if (chance.next() < 0.8) this.tell('CaseRouted', { board: this.board, secrecyArea: this.board === 'SON', by: 'rules' });
    else this.tell('CaseSentToTriage', { ...canonicalFacts.CaseSentToTriage, board: 'RS' });
    if (chance.next() < 0.9) this.promise('acknowledgement', 0, 3);
    if (chance.next() < 0.9) this.promise('answer', 5, 25);
    if (this.contact.email !== undefined) this.mail(id);
  }

  private promise(promise: 'acknowledgement' | 'answer', least: number, most: number): void {
    const extensions = this.chance.next() < 0.5 ? null : { atMost: Math.floor(this.chance.between(0, 3)), count: 14 };
    const due = this.dayFromNow(least, most);
    this.promises.push({ promise: this.tell('PromiseMade', { ...canonicalFacts.PromiseMade, promise, due, extensions }), what: promise });
  }

  private transfer(): void {
    const [from, to] = [this.board, this.one(boards)];
    this.tell('TransferSent', { from, to, reason: 'Er fråga.' });
    this.at += this.one([0, 1, 2]) * day;
    if (this.chance.next() < 0.3) return void this.tell('TransferDeclined', { from, to, reason: 'Inte vår.' });
    this.tell('TransferAccepted', { from, to, secrecyArea: to === 'SON' });
    this.board = to;
  }

  private succeed(): void {
    const [from, to] = [this.board, this.one(boards)];
    this.tell('BoardSucceeded', { from, to, secrecyArea: to === 'SON' });
    this.board = to;
  }

  private reopen(): void {
    this.tell('CaseReopened', { by: 'submitter', reason: 'Det är inte gjort.' });
    if (this.chance.next() < 0.7) this.promise('answer', 5, 20);
  }

  private plan(): void {
    const actionId = this.uuid();
    this.actions.push(actionId);
    this.tell('ActionPlanned', { actionId, description: 'Något.', due: this.dayFromNow(3, 40) });
  }

  private complete(): void {
    const actionId = this.chance.oneOf(this.actions);
    if (actionId !== undefined) this.tell('ActionCompleted', { actionId });
  }

  private recount(): void {
    const made = this.chance.oneOf(this.promises);
    const { from, term, policy, policyVersion, calendar } = canonicalFacts.PromiseMade;
    if (!made || from === null || term === null) return;
    const [before, due] = [this.today(), this.dayFromNow(-5, 15)];
    const counted = { from, term, policy, policyVersion, calendar };
    this.tell('PromiseRecounted', { ...made, cause: 'calendar', before, computed: due, due, counted });
  }

  /** What a mail tells as well, where there is an address. */
  private mailed<Type extends keyof CaseFacts>(type: Type, data: CaseFacts[Type]): void {
    const id = this.tell(type, data);
    if (this.contact.email !== undefined && this.chance.next() < 0.9) this.mail(id);
  }

  /** Handed over at once or days later, or given up; and some of it comes back. */
  private mail(telling: string): void {
    const noticeId = this.uuid();
    const { chance } = this;
    const now = this.at;
    const behind = Math.floor(chance.between(0, 300)) * minute;
    const add = (type: string, data: object): unknown => this.add(`notice-${noticeId}`, type, data, { behind, causationId: telling });
    add('NoticeRequested', { noticeId, caseId: this.caseId });
    this.at += Math.floor(chance.between(0, chance.next() < 0.8 ? 10 : 6 * 1_440)) * minute;
    add(chance.next() < 0.9 ? 'NoticeHandedOver' : 'NoticeFailed', {});
    this.at += Math.floor(chance.between(0, 5 * 1_440)) * minute;
    if (chance.next() < 0.2) add('NoticeBounced', {});
    this.at = now;
  }

  private tell<Type extends keyof CaseFacts>(type: Type, data: CaseFacts[Type]): string {
    return this.add(`case-${this.caseId}`, type, data);
  }

  private add(stream: string, type: string, data: object, { behind = 0, causationId }: { behind?: number; causationId?: string } = {}) {
    const id = this.uuid();
    this.told.push({ id, stream, type, data, at: this.at, behind, causationId });
    return id;
  }

  private today(): string {
    return localDate(new Date(this.at).toISOString());
  }

  private dayFromNow(least: number, most: number): string {
    return localDate(new Date(this.at + Math.floor(this.chance.between(least, most + 1)) * day).toISOString());
  }

  private uuid(): string {
    return uuidOf(Buffer.from(Array.from({ length: 16 }, () => Math.floor(this.chance.between(0, 256)))));
  }

  private one<T>(items: readonly T[]): T {
    return this.chance.oneOf(items) as T;
  }
}
