import { ratingReasons, type Outcome, type ReceivedCase, type Way } from '#cases';
import { deriveUuid } from '#event-log';
import type { LocalDate, WorkingCalendar } from '#promises';
import type { PlannedAct } from './act.js';
import type { Dice } from './dice.js';
import type { Synthetic } from './synthetic.js';
import type { Phrases } from './texts.js';
import { Timeline } from './timeline.js';

interface Means {
  readonly phrases: Phrases;
  readonly calendar: WorkingCalendar;
  readonly dice: Dice;
}

/** What becomes of a case after it was received: what the staff and the submitter do, and when. */
export function story(synthetic: Synthetic, received: { readonly at: string; readonly state: ReceivedCase }, means: Means): PlannedAct[] {
  return new Story(synthetic, received.state, new Timeline(received.at, means.calendar, means.dice), means).tell();
}

class Story {
  private readonly way: Way;

  constructor(
    private readonly synthetic: Synthetic,
    private readonly state: ReceivedCase,
    private readonly line: Timeline,
    private readonly means: Means,
  ) {
    const { email, phone } = synthetic.contact ?? {};
    this.way = email !== undefined ? 'email' : phone !== undefined ? 'phone' : 'code';
  }

  tell(): PlannedAct[] {
    const { dice } = this.means;
    this.acknowledge();
    if (!this.bringToItsBoard()) return this.line.acts;
    this.line.work(dice.between(0, 1), { what: 'assign' });
    if (this.synthetic.kind === 'berom') this.passPraiseOn();
    else if (dice.chance(0.02)) this.end();
    else this.handle();
    return this.line.acts;
  }

  /** By telephone, where no mail can do it: most often at once. */
  private acknowledge(): void {
    if (this.way === 'phone' && this.means.dice.chance(0.8)) this.line.work(0, { what: 'acknowledge', by: 'phone' });
  }

  /** False if nobody here is responsible. */
  private bringToItsBoard(): boolean {
    const { belongsTo } = this.synthetic;
    const { dice, phrases } = this.means;
    if ('body' in belongsTo) {
      this.line.work(dice.between(0, 2), { what: 'refer', body: belongsTo.body });
      return false;
    }
    const { board } = belongsTo;
    if (this.state.status === 'in-triage')
      this.line.work(dice.between(0, 1), { what: 'route', board, reason: dice.pick(phrases.routeReasons) });
    else if (this.state.known.board !== board) this.transfer(board, false);
    else if (dice.chance(0.02)) this.transfer(board === 'TN' ? 'MBN' : 'TN', true);
    return true;
  }

  private transfer(to: string, declined: boolean): void {
    const { dice, phrases } = this.means;
    this.line.work(dice.between(1, 2), { what: 'send-transfer', to, reason: dice.pick(phrases.transferReasons) });
    this.line.work(
      dice.between(0, 2),
      declined ? { what: 'decline-transfer', reason: dice.pick(phrases.declineReasons) } : { what: 'accept-transfer' },
    );
  }

  private passPraiseOn(): void {
    const { dice } = this.means;
    if (dice.chance(0.7)) this.answer(dice.between(1, 3));
    this.line.work(dice.between(0, 1), { what: 'close', outcome: 'praise-passed-on' });
  }

  private end(): void {
    const { dice, phrases } = this.means;
    const outcome: Outcome = dice.chance(0.5) ? 'withdrawn' : 'duplicate';
    this.line.work(dice.between(1, 4), { what: 'close', outcome, reason: phrases.closeReasons[outcome === 'withdrawn' ? 0 : 1] ?? '' });
  }

  private handle(): void {
    const { dice, phrases } = this.means;
    if (dice.chance(0.15)) this.line.work(dice.between(0, 2), { what: 'note', text: dice.pick(phrases.notes) });
    if (dice.chance(0.02)) this.line.work(0, { what: 'mark-secrecy', provision: 'OSL 21 kap. 1 §' });
    if (dice.chance(0.08)) this.clarify();
    const due = this.state.known.answerDue;
    if (due === undefined || !this.answerBy(due)) return;
    if (dice.chance(0.3)) this.rate();
    this.conclude();
    if (dice.chance(0.05)) this.reopen();
  }

  private clarify(): void {
    const { dice, phrases } = this.means;
    const replyBy = this.line.workingDateAfter(this.line.today, 8);
    this.line.work(dice.between(0, 1), { what: 'ask', questions: dice.pick(phrases.questions), replyBy });
    if (dice.chance(0.75))
      this.line.submitter(dice.between(1, 5), { what: 'reply', text: dice.pick(phrases.clarifications), channel: 'web' });
  }

  /** Most are answered in time, some late and told so, some late without a word, a few not at all. */
  private answerBy(due: LocalDate): boolean {
    const { dice } = this.means;
    const how = dice.weighted([
      ['in-time', 82],
      ['delayed', 9],
      ['late', 6],
      ['never', 3],
    ] as const);
    if (how === 'never') return false;
    if (how === 'late') this.answerAround(due, -dice.between(1, 7));
    else if (how === 'delayed' && this.line.workingDaysUntil(due) >= 2) this.delay(due);
    else this.answer(dice.between(0, Math.max(0, this.line.workingDaysUntil(due) - 1)));
    return true;
  }

  private delay(due: LocalDate): void {
    const { dice, phrases } = this.means;
    const later = this.line.workingDateAfter(due, 14);
    this.line.workBy(due, 1, { what: 'delay', reason: dice.pick(phrases.delayReasons), due: later });
    this.answerAround(later, dice.chance(0.8) ? dice.between(0, 3) : -dice.between(1, 4));
  }

  private answer(days: number): void {
    this.line.work(days, { what: 'answer', text: this.words(), by: this.way });
  }

  private answerAround(date: LocalDate, slack: number): void {
    this.line.workBy(date, slack, { what: 'answer', text: this.words(), by: this.way });
  }

  private words(): string {
    const { dice, phrases } = this.means;
    const { language, kind, replies } = this.synthetic;
    if (language === 'en') return phrases.answers.en;
    return dice.pick(phrases.answers[kind]).replace('{svar}', dice.pick(replies));
  }

  private conclude(): void {
    const { dice } = this.means;
    const outcome = dice.weighted<Outcome>(
      this.synthetic.kind === 'klagomal'
        ? [
            ['explained', 40],
            ['remedied', 27],
            ['partly-remedied', 8],
            ['no-action', 10],
            ['remedy-planned', 15],
          ]
        : [
            ['explained', 75],
            ['no-action', 10],
            ['remedy-planned', 15],
          ],
    );
    if (outcome === 'remedy-planned') this.plan();
    else this.line.work(dice.between(0, 5), { what: 'close', outcome });
  }

  /** Planned, closed, and most often done by the day that was told. */
  private plan(): void {
    const { dice, phrases } = this.means;
    const actionId = deriveUuid('demo-action', this.state.known.caseId);
    const due = this.line.workingDateAfter(this.line.today, dice.between(20, 90));
    this.line.work(0, { what: 'plan-action', actionId, description: dice.pick(phrases.actions), due });
    this.line.work(dice.between(0, 3), { what: 'close', outcome: 'remedy-planned' });
    const result = dice.pick(phrases.actionResults);
    const done = { what: 'complete-action', actionId, ...(result !== '' && { result }) } as const;
    if (dice.chance(0.85)) this.line.workBy(due, dice.chance(0.85) ? dice.between(0, 8) : -dice.between(1, 10), done);
  }

  private rate(): void {
    const { dice } = this.means;
    const satisfied = dice.chance(this.synthetic.kind === 'klagomal' ? 0.6 : 0.8);
    const reason = dice.pick(ratingReasons);
    this.line.submitter(dice.between(1, 4), { what: 'rate', satisfied, ...(!satisfied && dice.chance(0.7) && { reason }) });
  }

  private reopen(): void {
    const { dice, phrases } = this.means;
    this.line.submitter(dice.between(2, 20), { what: 'reopen', reason: dice.pick(phrases.reopenReasons) });
    this.answer(dice.between(2, 8));
    this.line.work(dice.between(0, 3), { what: 'close', outcome: dice.chance(0.6) ? 'remedied' : 'explained' });
  }
}
