import { deriveUuid, type EventLog, type Recorded } from '#event-log';
import { register } from '#cases';
import type { CaseCommands } from '#commands';
import { localDate } from '#promises';
import { DiarySeries } from './diary-series.js';
import type { Debt, ReactionDefinition } from './reaction.js';

interface DiaryNumbers {
  readonly log: EventLog;
  readonly cases: CaseCommands;
  /** What stands before the number in a board's diary. */
  readonly prefixOf: (board: string) => string;
  readonly now: () => string;
}

/**
 * Every board that gets a case gives it a number in its diary (OSL 5 kap. 1-2 §§), without the submitter waiting for it. In
 * triage that is the front board; a transfer or a succession adds a number and the old one stays valid.
 */
export function diaryNumbers({ log, cases, prefixOf, now }: DiaryNumbers): ReactionDefinition {
  const series = new Map<string, DiarySeries>();
  const seriesOf = (board: string, year: string): DiarySeries => {
    const name = `${board} ${year}`;
    const known = series.get(name) ?? new DiarySeries(log, board, year);
    series.set(name, known);
    return known;
  };

  /** A board that has numbered a case keeps its number when the case comes back to it: then there is nothing to record. */
  const give = async ({ board, year, owed }: Series): Promise<{ key: string; recorded: boolean }[]> => {
    const at = now();
    const diary = deriveUuid('diary', board, year);
    const numbers = await seriesOf(board, year).numbersFor(owed.map(caseOf), (caseId) => ({
      actor: 'system',
      commandId: deriveUuid('diary-number', caseId, board),
      correlationId: diary,
      recordedAt: at,
    }));
    return Promise.all(
      owed.map(async (debt) => {
        const caseId = caseOf(debt);
        const diaryNumber = `${prefixOf(board)} ${year}/${numbers.get(caseId) ?? 0}`;
        const request = {
          caseId,
          commandId: deriveUuid('register', debt.key, String(debt.revision)),
          actor: 'system',
          at,
          permit: () => undefined,
        };
        const { recorded } = await cases.execute(request, (state) => register({ board, diaryNumber }, state));
        return { key: debt.key, recorded };
      }),
    );
  };

  return {
    name: 'diary-numbers',
    version: 1,
    owes: {
      CaseRouted: (event) => [keyOf(event, (event.data as { board: string }).board)],
      CaseSentToTriage: (event) => [keyOf(event, (event.data as { board: string }).board)],
      TransferAccepted: (event) => [keyOf(event, (event.data as { to: string }).to)],
      BoardSucceeded: (event) => [keyOf(event, (event.data as { to: string }).to)],
    },
    settles: { CaseRegistered: (event) => [keyOf(event, (event.data as { board: string }).board)] },

    async pay(debts) {
      const paid = [];
      for (const series of bySeries(debts)) paid.push(...(await give(series)));
      return paid.filter(({ recorded }) => !recorded).map(({ key }) => key);
    },
  };
}

const keyOf = ({ stream }: Recorded, board: string): string => `${stream} ${board}`;
const caseOf = ({ stream }: Debt): string => stream.slice('case-'.length);

interface Series {
  readonly board: string;
  readonly year: string;
  readonly owed: Debt[];
}

/** The year is that of the event which gave the board the case, so that a late number still comes from the same series. */
function bySeries(debts: readonly Debt[]): Iterable<Series> {
  const series = new Map<string, Series>();
  for (const debt of debts) {
    const board = debt.key.slice(debt.stream.length + 1);
    const year = localDate(debt.since).slice(0, 4);
    const one = series.get(`${board} ${year}`) ?? { board, year, owed: [] };
    one.owed.push(debt);
    series.set(`${board} ${year}`, one);
  }
  return series.values();
}
