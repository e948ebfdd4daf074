import { deriveUuid, type EventLog, type Recorded } from '#event-log';
import { register } from '#cases';
import type { CaseCommands } from '#commands';
import { localDate } from '#promises';
import { DiarySeries } from './diary-series.js';
import type { Debt, ReactionDefinition } from './reaction.js';

/**
 * Every board that gets a case gives it a number in its diary (OSL 5 kap. 1-2 §§), without the submitter waiting for it. In
 * triage that is the front board; a transfer adds a number and the old one stays valid.
 */
export function diaryNumbers({ log, cases, now }: { log: EventLog; cases: CaseCommands; now: () => string }): ReactionDefinition {
  const series = new Map<string, DiarySeries>();
  const seriesOf = (board: string, year: number): DiarySeries => {
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
      const year = Number(localDate(at).slice(0, 4));
      for (const [board, owed] of byBoard(debts)) {
        const numbers = await seriesOf(board, year).numbersFor(owed.map(caseOf), (caseId) => ({
          actor: 'system',
          commandId: deriveUuid('diary', caseId, board),
          correlationId: deriveUuid('diary', board, String(year)),
          recordedAt: at,
        }));
        await Promise.all(
          owed.map((debt) => {
            const caseId = caseOf(debt);
            const diaryNumber = `${board} ${year}/${numbers.get(caseId) ?? 0}`;
            const request = { caseId, commandId: deriveUuid('register', debt.key), actor: 'system', at, permit: () => undefined };
            return cases.execute(request, (state) => register({ board, diaryNumber }, state));
          }),
        );
      }
      return [];
    },
  };
}

const keyOf = ({ stream }: Recorded, board: string): string => `${stream} ${board}`;
const caseOf = ({ stream }: Debt): string => stream.slice('case-'.length);

function byBoard(debts: readonly Debt[]): Map<string, Debt[]> {
  const groups = new Map<string, Debt[]>();
  for (const debt of debts) {
    const board = debt.key.slice(debt.stream.length + 1);
    groups.set(board, [...(groups.get(board) ?? []), debt]);
  }
  return groups;
}
