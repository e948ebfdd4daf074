import { recountPromises, type CaseFacts } from '#cases';
import type { CaseCommands } from '#commands';
import { deriveUuid, type EventLog, type Recorded } from '#event-log';
import { replayLedger } from '#ledger';
import { calendarOf, type Organisation } from '#organisation';
import { corrections, localDate, type PutRight } from '#promises';
import { putRight } from './put-right.js';
import type { Debt, ReactionDefinition } from './reaction.js';

interface Recounts {
  readonly log: EventLog;
  readonly cases: CaseCommands;
  /** The organisation as the end of the log tells it. */
  readonly organisation: () => Promise<Organisation>;
  /** Every case that is not closed. */
  readonly openCases: () => Promise<readonly string[]>;
  readonly now: () => string;
}

/**
 * When a version of a policy, the calendar or a day of receipt is put right, the promises of the open cases that it touches are counted
 * again, by one event each. A second run finds them counted, so what was interrupted is simply done again.
 */
export function recounts({ log, cases, organisation, openCases, now }: Recounts): ReactionDefinition {
  const recount = async (caseId: string, right: PutRight, cause: string): Promise<void> => {
    const at = now();
    const calendar = calendarOf(await organisation());
    const found = corrections(await replayLedger(log, caseId), right, { calendar, today: localDate(at) });
    if (found.length === 0) return;
    const commandId = deriveUuid('recount', cause, caseId);
    const request = { caseId, commandId, actor: 'system', causationId: cause, at, permit: () => undefined };
    await cases.execute(request, (state) => recountPromises({ recounts: found }, state));
  };

  const touched = async ({ type, stream }: Recorded): Promise<readonly string[]> =>
    type === 'ReceiptDateCorrected' ? [stream.slice('case-'.length)] : openCases();

  const pay = async ({ stream, revision }: Debt): Promise<void> => {
    const history: Recorded[] = [];
    for await (const event of log.read(stream, { limit: revision + 1 })) history.push(event);
    const cause = history.at(-1);
    if (!cause) throw new Error('a recount is owed for an event that the log does not hold');
    for (const right of putRight(history)) {
      for (const caseId of await touched(cause)) await recount(caseId, right, cause.id);
    }
  };

  return {
    name: 'recounts',
    version: 1,
    owes: {
      PolicyPublished: mayCorrect,
      CalendarPublished: mayCorrect,
      ReceiptDateCorrected: ({ id, data }) => (movesAnything(data as CaseFacts['ReceiptDateCorrected']) ? [id] : []),
    },
    settles: {},
    async pay(debts) {
      for (const debt of debts) await pay(debt);
      return debts.map(({ key }) => key);
    },
  };
}

/** What is told for the first time puts nothing right. */
const mayCorrect = ({ id, revision }: Recorded): readonly string[] => (revision > 0 ? [id] : []);

const movesAnything = ({ from, to }: CaseFacts['ReceiptDateCorrected']): boolean => from !== to;
