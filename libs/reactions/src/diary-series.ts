import { WrongRevision, type Context, type EventLog } from '#event-log';

/** Opens a series: number 1 in a new year, or further on where a running series is continued. */
interface DiarySeriesOpened {
  type: 'DiarySeriesOpened';
  data: { board: string; year: string; first: number };
}

/** A number of a series was given to a case. The event at revision r is number first + r - 1. */
interface DiaryNumberGiven {
  type: 'DiaryNumberGiven';
  data: { caseId: string; board: string };
}

const attempts = 20;

/**
 * The running numbers of one board and year. The store gives them: the revision of an event is its number, so no two are
 * alike, however many processes ask. Who loses a race reads on and tries again.
 */
export class DiarySeries {
  private readonly numbers = new Map<string, number>();
  private first = 1;
  private head = -1;
  /** When the last event was recorded; the next one is never recorded before. */
  private recordedAt = '';

  constructor(
    private readonly log: EventLog,
    private readonly board: string,
    private readonly year: string,
  ) {}

  /** The number of each case, given now where a case has none in this series. */
  async numbersFor(caseIds: readonly string[], context: (caseId: string) => Context): Promise<Map<string, number>> {
    await this.readOn();
    for (let attempt = 1; ; attempt++) {
      const without = caseIds.filter((caseId) => !this.numbers.has(caseId));
      if (without.length === 0) return new Map(caseIds.map((caseId) => [caseId, this.numbers.get(caseId) ?? 0]));
      if (attempt > attempts) throw new Error(`${this.stream} is too busy`);
      await this.give(without, context);
      await this.readOn();
    }
  }

  private get stream(): string {
    return `diary-${this.board.toLowerCase()}-${this.year}`;
  }

  /** A conflict is no failure: another process gave numbers meanwhile, perhaps to these very cases. */
  private async give(caseIds: readonly string[], context: (caseId: string) => Context): Promise<void> {
    const opened: DiarySeriesOpened = { type: 'DiarySeriesOpened', data: { board: this.board, year: this.year, first: 1 } };
    const given = caseIds.map((caseId): DiaryNumberGiven => ({ type: 'DiaryNumberGiven', data: { caseId, board: this.board } }));
    const fresh = this.head === -1;
    const asked = context(caseIds[0] ?? '');
    const recordedAt = asked.recordedAt > this.recordedAt ? asked.recordedAt : this.recordedAt;
    try {
      await this.log.append(this.stream, fresh ? 'no-stream' : this.head, fresh ? [opened, ...given] : given, { ...asked, recordedAt });
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
    }
  }

  private async readOn(): Promise<void> {
    for await (const { data, type, revision, metadata } of this.log.read(this.stream, { from: this.head + 1 })) {
      this.head = revision;
      this.recordedAt = metadata.recordedAt;
      if (type === 'DiarySeriesOpened') this.first = (data as DiarySeriesOpened['data']).first;
      if (type === 'DiaryNumberGiven') this.remember((data as DiaryNumberGiven['data']).caseId, this.first + revision - 1);
    }
  }

  /** A case that was given two numbers by two processes at once keeps the first. */
  private remember(caseId: string, number: number): void {
    if (!this.numbers.has(caseId)) this.numbers.set(caseId, number);
  }
}
