import type { Recorded } from '#event-log';
import { prepared, type Database } from '#sqlite';
import type { Check, InForm } from '../check.js';
import type { StreamEnds } from '../stream-ends.js';

/**
 * A diary is opened once and gives one number after the other, each to a case that is there; and a case is registered under a number that it
 * was given. A number that was taken out and closed up again is missed by its case.
 */
export function diaryCheck(scratch: Database, ends: StreamEnds): Check<InForm> {
  const numbers = new Numbers(scratch);
  const rules: Readonly<Record<string, (event: Recorded) => string | undefined>> = {
    DiarySeriesOpened({ stream, revision, data }) {
      const { board, year, first } = data as { board: string; year: string; first: number };
      if (stream !== seriesOf(board, year) || revision !== 0) return 'opens a diary in the stream of another, or once more';
      numbers.open(stream, first);
      return undefined;
    },
    DiaryNumberGiven({ stream, revision, data }) {
      const { caseId, board } = data as { caseId: string; board: string };
      if (!stream.startsWith(seriesOf(board, ''))) return 'gives a number in the diary of another board';
      if (!numbers.give({ stream, revision, caseId })) return 'gives a number in a diary that was not opened';
      return ends.of(`case-${caseId}`) ? undefined : `gives a number to the case ${caseId}, which is not there`;
    },
    CaseRegistered({ stream, data }) {
      const { board, diaryNumber } = data as { board: string; diaryNumber: string };
      const [, year = '', number] = / (\d{4})\/(\d+)$/.exec(diaryNumber) ?? [];
      const isGiven = numbers.isGiven({ stream: seriesOf(board, year), number: Number(number), caseId: stream.slice('case-'.length) });
      return isGiven ? undefined : `registers ${diaryNumber}, which the diary did not give to this case`;
    },
  };
  return { kind: 'diary', meet: ({ event }) => rules[event.type]?.(event) };
}

const seriesOf = (board: string, year: string): string => `diary-${board.toLowerCase()}-${year}`;

interface Given {
  readonly stream: string;
  readonly revision: number;
  readonly caseId: string;
}

const tables = `
  CREATE TABLE diaries (stream TEXT PRIMARY KEY, first INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE numbers (
    stream  TEXT NOT NULL,
    number  INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (stream, number)
  ) STRICT, WITHOUT ROWID`;

/** The numbers that diaries have given, each told by its place: at revision r stands number first + r - 1. */
class Numbers {
  constructor(private readonly scratch: Database) {
    scratch.exec(tables);
  }

  open(stream: string, first: number): void {
    prepared(this.scratch, 'INSERT OR REPLACE INTO diaries VALUES (?, ?)').run(stream, first);
  }

  /** Whether there is such a diary. */
  give({ stream, revision, caseId }: Given): boolean {
    const give = 'INSERT OR REPLACE INTO numbers SELECT stream, first + ? - 1, ? FROM diaries WHERE stream = ?';
    return prepared(this.scratch, give).run(revision, caseId, stream).changes === 1;
  }

  isGiven({ stream, number, caseId }: Omit<Given, 'revision'> & { readonly number: number }): boolean {
    const find = 'SELECT 1 FROM numbers WHERE stream = ? AND number = ? AND case_id = ?';
    return prepared(this.scratch, find).get(stream, number, caseId) !== undefined;
  }
}
