import { Injectable, Logger } from '@nestjs/common';
import type { Personal, ReceivedCase } from '#cases';
import { isSecret, withoutDate } from '#cases';
import { allow, type Caller } from '#identity';
import { openDeep } from '#keys';
import { mailOfCase, replayLedger, type MailOfCase } from '#ledger';
import { subjectOf, SynpunkterNode } from '#node';
import { calendarNamed } from '#organisation';
import { explain, judge, localDate, type Explanation, type PromiseRecord, type Verdict } from '#promises';
import { promisedAnswers, replayCase, type CaseHistory, type PromisedAnswer, type Step, type Until } from '#views';
import { permit } from '../access/permit.js';
import { RequestProblem } from '../problems/problem.js';
import { instantToAskAbout } from '../requests/days.js';

/** What is shown where a value was destroyed by decision, or does not open. */
const instead = { destroyed: '[gallrad]', broken: '[kan inte visas]' };

/** More say nothing more; `verify` names every one. */
const mostAlarms = 1_000;

/** A promise with its verdict, and why it has the date it has. */
export interface JudgedPromise {
  readonly promise: PromiseRecord;
  readonly verdict: Verdict;
  readonly explanation: Explanation;
}

type Outline = ReturnType<CaseReading['outline']>;
type WholeCase = ReturnType<CaseReading['summary']> & Omit<Awaited<ReturnType<CaseReading['readWithState']>>, 'state'>;

/** Reads cases for those who may, with their personal fields opened. */
@Injectable()
export class CaseReading {
  private readonly log = new Logger(CaseReading.name);
  private readonly told = new Set<string>();

  constructor(private readonly node: SynpunkterNode) {}

  /** The case as it is now, or as much of it as the caller sees. */
  async read(caller: Caller, caseId: string): Promise<Outline | WholeCase> {
    const outline = await this.outlineFor(caller, caseId);
    if (outline) return outline;
    const { state, ...rest } = await this.readWithState(caller, caseId);
    return { ...this.summary(state), ...rest };
  }

  /** What is shown of a case of another board; undefined where all of it may be read. */
  async outlineFor(caller: Caller, caseId: string) {
    const state = received(await this.replay(caller, 'see-case', caseId));
    return allow(caller, 'read-case', subjectOf(state)) === 'allowed' ? undefined : this.outline(state);
  }

  /** The case as it is now and the state behind it, for whoever has to know what can be done with it. */
  async readWithState(caller: Caller, caseId: string) {
    const history = await this.replay(caller, 'read-case', caseId);
    const state = received(history);
    return {
      state,
      revision: history.steps.length - 1,
      contact: this.openAll(state.known.contact),
      entries: history.steps.map((step) => this.step(step)),
    };
  }

  /** The case as it was at a revision or an instant, step by step. */
  async history(caller: Caller, caseId: string, until: Until) {
    const now = await this.replay(caller, 'read-history', caseId);
    const then =
      until.at === undefined && until.asOf === undefined ? now : await replayCase(this.node.parts.log, caseId, this.known(until));
    return {
      caseId,
      reference: received(now).known.reference,
      steps: then.steps.map((step) => this.step(step)),
      state: then.state.status === 'not-received' ? null : this.summary(then.state),
    };
  }

  /** What was promised in a case, as it stands at an instant (ISO 8601); what was recorded later is not known then. Default: now. */
  async promises(caller: Caller, caseId: string, instant?: string) {
    const { known } = received(await this.replay(caller, 'read-case', caseId));
    const { asOf = this.node.now() } = this.known({ asOf: instant });
    const calendar = (version: string) => calendarNamed(this.node.organisation.state, version);
    const ledger = await replayLedger(this.node.parts.log, caseId, asOf);
    const promises = ledger.map((promise): JudgedPromise => {
      return { promise, verdict: judge(promise, localDate(asOf)), explanation: explain(promise, calendar) };
    });
    return { caseId, reference: known.reference, asOf, promises };
  }

  /** How the mails of a case stand, for whoever has read it. */
  mail(caseId: string): Promise<readonly MailOfCase[]> {
    return mailOfCase(this.node.parts.log, caseId);
  }

  /** How the promised answers of these cases stand today. A second may pass until what happens to a case shows here. */
  promisedAnswers(caseIds: readonly string[]): ReadonlyMap<string, PromisedAnswer> {
    return promisedAnswers(this.node.promises.db, caseIds, localDate(this.node.now()));
  }

  /** That a case exists, for who may not read it. */
  outline({ status, known }: ReceivedCase) {
    return {
      caseId: known.caseId,
      reference: known.reference,
      status,
      kind: known.kind,
      board: known.board,
      receivedDate: known.datedLater === undefined ? known.receivedDate : null,
      diaryNumbers: known.diaryNumbers.map(({ diaryNumber }) => diaryNumber),
    };
  }

  /** What lists show of a case. */
  summary(state: ReceivedCase) {
    const { known } = state;
    return {
      ...this.outline(state),
      channel: known.channel,
      language: known.language,
      offeredTo: state.status === 'in-transfer' ? state.to : null,
      category: this.category(state),
      secret: isSecret(known),
      secrecyMark: known.secrecyMark ?? null,
      secrecySuspected: known.secrecySuspected,
      personalNumber: known.personalNumber,
      promisedDate: known.answerDue ?? null,
      withoutDate: withoutDate(state) ?? null,
      officer: known.officer ?? null,
      officerLeft: this.officerLeft(state),
      acknowledged: known.acknowledged,
      answered: known.answered,
      outcome: state.status === 'closed' ? state.outcome : null,
      actions: known.actions,
    };
  }

  /** Whether the officer of a case has lost the right to handle it. */
  officerLeft(state: ReceivedCase): boolean {
    return state.known.officer !== undefined && !this.node.mayHandle(state.known.officer, state);
  }

  open(value: Personal): string {
    return this.opened(value) as string;
  }

  /** As of an instant of which something can be known. */
  private known({ at, asOf }: { readonly at?: number | undefined; readonly asOf?: string | undefined }): Until {
    const now = this.node.now();
    return { ...(at !== undefined && { at }), ...(asOf !== undefined && { asOf: instantToAskAbout('asOf', asOf, now) }) };
  }

  private async replay(caller: Caller, action: 'see-case' | 'read-case' | 'read-history', caseId: string): Promise<CaseHistory> {
    const history = await replayCase(this.node.parts.log, caseId);
    permit(caller, action)(history.state.status === 'not-received' ? undefined : history.state);
    if (history.unreadable) throw new RequestProblem(503, 'case-unreadable', undefined, 60);
    return history;
  }

  private category({ known: { category } }: ReceivedCase): string | null {
    if (!category) return null;
    return category.secrecy === 'high' ? this.open(category.secretCategory) : category.category;
  }

  private step({ event, state }: Step) {
    const { actor, recordedAt } = event.metadata;
    return {
      revision: event.revision,
      eventId: event.id,
      type: event.type,
      recordedAt,
      actor,
      data: this.openAll(event.data),
      status: state.status,
    };
  }

  /** Opens what is sealed in a contact or an event's data, at whatever depth. */
  private openAll(value: object): Record<string, unknown> {
    return this.opened(value) as Record<string, unknown>;
  }

  private opened(value: unknown): unknown {
    return openDeep(this.node.parts.keys, value, instead, ({ message }) => this.alarm(message));
  }

  /** Once for each place or key: a list is looked at again and again. */
  private alarm(message: string): void {
    if (this.told.has(message) || this.told.size >= mostAlarms) return;
    this.told.add(message);
    this.log.error(message);
  }
}

function received({ state }: CaseHistory): ReceivedCase {
  if (state.status === 'not-received') throw new RequestProblem(404, 'case-not-found');
  return state;
}
