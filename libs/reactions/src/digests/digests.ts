import { beginStream, deriveUuid, isReached, type Context, type EventLog, type NewEvent, type Position, type Recorded } from '#event-log';
import { digestIdOf, noticeStream, notRequested, requestDigest } from '#notices';
import { calendarOf, type Organisation } from '#organisation';
import { TableProcessor } from '#processors';
import type { LocalDate } from '#promises';
import type { Database } from '#sqlite';
import { address } from './address.js';
import { askedOnce } from './asked-once.js';
import { caseFiles } from './case-files.js';
import { digestTables, morningOf, owedOn, owedTo, toldOf } from './digest-tables.js';
import { digestValues, type StaffLinks } from './digest-values.js';
import { digestsStream } from './digests-addressed.js';
import { allObserved, countUnreached, lastObserved, wasUnreached } from './observed.js';
import type { Staff } from './staff.js';
import { tellingDay } from './telling-day.js';

export interface DigestParts {
  readonly log: EventLog;
  /** The organisation as of now. */
  readonly organisation: () => Organisation;
  readonly staff: Staff;
  readonly links: StaffLinks;
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string;
  /** While it says true nothing is addressed, so that what waited meanwhile is told in one mail. Default: never. */
  readonly hold?: () => boolean;
}

/** As much as one append can hold, most of which may reach nobody. */
const observedAtMost = 15_000;

/**
 * Tells the staff in the morning of a working day what was observed of promises, each person by one mail. One append decides who is
 * told what; the rows that it leaves say who is still to be. So of several nodes any can finish what another began, and a mail is
 * requested once.
 */
export class Digests extends TableProcessor {
  /** How far in the log it has come. */
  private at: Position | undefined;
  /** What there was when it was last found that nobody new is to be told. */
  private considered = '';

  constructor(
    private readonly file: Database,
    private readonly parts: DigestParts,
    whenCaughtUp?: () => void,
  ) {
    super(file, digestTables, whenCaughtUp);
  }

  override checkpoint() {
    const checkpoint = super.checkpoint();
    this.at = checkpoint?.position;
    return checkpoint;
  }

  override take(events: readonly Recorded[], logId: string): boolean {
    const taken = super.take(events, logId);
    if (taken) this.at = events.at(-1)?.position ?? this.at;
    return taken;
  }

  /** Whether it has read as far as a position. */
  hasRead(position: Position): boolean {
    return this.at !== undefined && isReached(position, this.at);
  }

  /** Does what the hour asks for; never call it twice at a time, nor before all dated work is done and read. */
  async tell(goOn: () => boolean = () => true): Promise<void> {
    const day = this.today();
    if (day === undefined || this.parts.hold?.()) return;
    if (morningOf(this.file, day) === undefined) await this.address(day);
    else await this.requestAll(day, goOn);
  }

  /** How many people are still to get the digest that was addressed to them. */
  owed(): number {
    const day = this.today();
    return day === undefined ? 0 : owedOn(this.file, day).length;
  }

  /** Whether it is still to be decided who is told what this morning. */
  undecided(): boolean {
    const day = this.today();
    if (day === undefined || this.parts.hold?.()) return false;
    return morningOf(this.file, day) === undefined && this.considered !== this.toConsider(day);
  }

  /** How many reminders and escalations reach nobody. */
  unreached(): number {
    return countUnreached(this.file);
  }

  private today(): LocalDate | undefined {
    return tellingDay(this.parts.now(), calendarOf(this.parts.organisation()));
  }

  private toConsider(day: LocalDate): string {
    return `${day} ${lastObserved(this.file) ?? ''}`;
  }

  /** What it decides comes round in the log. */
  private async address(day: LocalDate): Promise<void> {
    const { log, staff } = this.parts;
    const considered = this.toConsider(day);
    if (considered === this.considered) return;
    const open = allObserved(this.file, observedAtMost).map((one) => ({
      ...one,
      told: toldOf(this.file, one.id),
      unreached: wasUnreached(this.file, one.id),
    }));
    const files = await caseFiles(
      log,
      open.map(({ caseId }) => caseId),
    );
    const decided = address(open, { day, files, staff: askedOnce(staff) });
    if (decided.length === 0) this.considered = considered;
    else await this.begin(digestsStream(day), decided, { commandId: deriveUuid('digests', day), correlationId: deriveUuid('digests') });
  }

  private async requestAll(day: LocalDate, goOn: () => boolean): Promise<void> {
    for (const personId of owedOn(this.file, day)) {
      if (!goOn()) return;
      await this.request(day, personId);
    }
  }

  /** Who cannot be reached any more, or may do nothing about it any more, is not told; what it was is addressed anew on the next working day. */
  private async request(day: LocalDate, personId: string): Promise<void> {
    const { log, staff, organisation, links, now } = this.parts;
    const to = staff.addressOf(personId);
    if (to === undefined) return;
    const observed = owedTo(this.file, day, personId);
    const files = await caseFiles(
      log,
      observed.map(({ caseId }) => caseId),
    );
    const org = organisation();
    const around = { day, files, calendar: calendarOf(org), organisation: org.description?.nameSv ?? '', links, staff };
    const values = digestValues(personId, observed, around);
    if (values === undefined) return;
    const requested = requestDigest({ personId, to, values, requestedAt: now() }, notRequested);
    const noticeId = digestIdOf(personId, day);
    const cause = morningOf(this.file, day);
    await this.begin(noticeStream(noticeId), requested, {
      commandId: noticeId,
      correlationId: personId,
      ...(cause !== undefined && { causationId: cause }),
    });
  }

  private begin(stream: string, events: readonly NewEvent[], context: Omit<Context, 'actor' | 'recordedAt'>): Promise<void> {
    const { log, now } = this.parts;
    return beginStream(log, stream, events, { actor: 'system', recordedAt: now(), ...context });
  }
}
