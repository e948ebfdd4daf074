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
 * triage that is the front board; a transfer adds a number and the old one stays valid.
 */
export function diaryNumbers({ log, cases, prefixOf, now }: DiaryNumbers): ReactionDefinition {
  const series = new Map<string, DiarySeries>();
  const seriesOf = (board: string, year: string): DiarySeries => {
    const name = `${board} ${year}`;
    const known = series.get(name) ?? new DiarySeries(log, board, year);
    series.set(name, known);
    return known;
  };

  return {
    name: 'diary-numbers',
    version: 1,
    owes: {
      CaseRouted: (event) => [keyOf(event, (event.data as { board: string }).board)],
      CaseSentToTriage: (event) => [keyOf(event, (event.data as { board: string }).board)],
      TransferAccepted: (event) => [keyOf(event, (event.data as { to: string }).to)],
    },
    settles: { CaseRegistered: (event) => [keyOf(event, (event.data as { board: string }).board)] },

    async pay(debts) {
      const at = now();
      const registeredNow = new Set<string>();
      for (const { board, year, owed } of bySeries(debts)) {
        const diary = deriveUuid('diary', board, year);
        const numbers = await seriesOf(board, year).numbersFor(owed.map(caseOf), (caseId) => ({
          actor: 'system',
          commandId: deriveUuid('diary-number', caseId, board),
          correlationId: diary,
          recordedAt: at,
        }));
        await Promise.all(
          owed.map(async (debt) => {
            const caseId = caseOf(debt);
            const diaryNumber = `${prefixOf(board)} ${year}/${numbers.get(caseId) ?? 0}`;
            const request = { caseId, commandId: deriveUuid('register', debt.key), actor: 'system', at, permit: () => undefined };
            await cases.execute(request, (state) => {
              const events = register({ board, diaryNumber }, state);
              if (events.length > 0) registeredNow.add(debt.key);
              return events;
            });
          }),
        );
      }
      // A case that comes back to a board keeps the number it has there, and no event will say so again.
      return debts.map(({ key }) => key).filter((key) => !registeredNow.has(key));
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
