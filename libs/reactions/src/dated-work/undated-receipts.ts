import { dateReceipt, type CaseFacts, type ReceivedCase } from '#cases';
import { datingFor, type CaseCommands, type Promised } from '#commands';
import { deriveUuid } from '#event-log';
import type { Organisation } from '#organisation';
import { TableProcessor, type Tables } from '#processors';
import { localDate } from '#promises';
import { prepared, type Database } from '#sqlite';
import type { DatedWork } from './dated-work.js';

interface UndatedReceiptsParts {
  readonly cases: CaseCommands;
  readonly organisation: () => Organisation;
  /** For whom a promise in a case is made. */
  readonly promisedTo: (state: ReceivedCase) => Promised | undefined;
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string;
}

const pageSize = 50;

/**
 * Knows the cases that came in while the clock was in doubt, and says when they count as received, and what is promised of them, once dated
 * work is done again: when a person has confirmed the clock, or after a start with one that is right. The case itself says whether it was done.
 */
export class UndatedReceipts extends TableProcessor implements DatedWork {
  constructor(
    private readonly file: Database,
    private readonly parts: UndatedReceiptsParts,
    whenCaughtUp?: () => void,
  ) {
    super(file, undatedReceiptsTables(), whenCaughtUp);
  }

  async upTo(_today: string, goOn: () => boolean): Promise<void> {
    let after = '';
    for (let some = this.next(after); some.length > 0 && goOn(); some = this.next(after)) {
      for (const caseId of some) {
        if (goOn()) await this.date(caseId);
        after = caseId;
      }
    }
  }

  overdue(): number {
    return prepared<[], { cases: number }>(this.file, 'SELECT count(*) AS cases FROM undated').get()?.cases ?? 0;
  }

  private next(after: string): readonly string[] {
    const sql = 'SELECT case_id AS caseId FROM undated WHERE case_id > ? ORDER BY case_id LIMIT ?';
    return prepared<[string, number], { caseId: string }>(this.file, sql)
      .all(after, pageSize)
      .map(({ caseId }) => caseId);
  }

  /** By a command of which there is one for each case, so that twice is once. */
  private async date(caseId: string): Promise<void> {
    const { cases, organisation, promisedTo, now } = this.parts;
    const at = now();
    const request = { caseId, commandId: deriveUuid('receipt-dated', caseId), actor: 'system', at, permit: () => undefined };
    const occasion = { org: organisation(), today: localDate(at) };
    await cases.execute(request, (state) => {
      const promised = state.status === 'not-received' ? undefined : promisedTo(state);
      return state.status === 'not-received' || !promised ? [] : dateReceipt(datingFor(state, promised, occasion), state);
    });
  }
}

export const undatedReceiptsView = { name: 'undated-receipts', version: 1 } as const;

const undatedReceiptsTables = (): Tables => ({
  ...undatedReceiptsView,
  tables: ['undated'],
  schema: 'CREATE TABLE undated (case_id TEXT PRIMARY KEY) STRICT',
  on: {
    CaseReceived: (db, { data }) => {
      const { caseId, datedLater } = data as CaseFacts['CaseReceived'];
      if (datedLater !== undefined) prepared<[string]>(db, 'INSERT OR IGNORE INTO undated VALUES (?)').run(caseId);
    },
    ReceiptDated: (db, { stream }) =>
      void prepared<[string]>(db, 'DELETE FROM undated WHERE case_id = ?').run(stream.slice('case-'.length)),
  },
});
