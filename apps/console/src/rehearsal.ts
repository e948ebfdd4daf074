import type { CaseFacts, Kind } from '#cases';
import type { EventLog, Recorded } from '#event-log';
import { replayLedger } from '#ledger';
import {
  boardNear,
  calendarOf,
  emptyOrganisation,
  evolveOrganisation,
  organisationEventTypes,
  type Organisation,
  type OrganisationEvent,
  type Policy,
} from '#organisation';
import { localDate, rehearse, type LocalDate, type PastCase, type ProposedPolicy, type Rehearsed } from '#promises';
import { now } from './surroundings.js';

/** A proposed policy, and the days of receipt on which it is tried. */
export interface Stage {
  readonly policy: Policy;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Rehearsal {
  /** How many cases it would have spoken for. */
  readonly cases: number;
  /** The promises that would have been others. */
  readonly rehearsed: readonly Rehearsed[];
}

/** Reads the log once for who came when, and each case for what was promised. */
export async function rehearsal(log: EventLog, stage: Stage): Promise<Rehearsal> {
  const { organisation, received } = await past(log);
  const concerned = received.filter((one) => isConcerned(one, stage, organisation));
  const history: PastCase[] = [];
  for (const { caseId, receivedDate } of concerned) history.push({ caseId, receivedDate, ledger: await replayLedger(log, caseId) });
  const around = { proposed: proposed(stage.policy), calendar: calendarOf(organisation), today: localDate(now()) };
  return { cases: history.length, rehearsed: rehearse(history, around) };
}

interface ReceivedCase {
  readonly caseId: string;
  readonly kind: Kind;
  receivedDate: LocalDate;
  /** Undefined in triage, where the organisation's own policy speaks. */
  board: string | undefined;
}

interface Past {
  organisation: Organisation;
  readonly received: readonly ReceivedCase[];
}

async function past(log: EventLog): Promise<Past> {
  const cases = new Map<string, ReceivedCase>();
  let organisation = emptyOrganisation;
  for await (const event of log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') break;
    if (event.unreadable !== undefined) continue;
    if (organisationEventTypes.some((type) => type === event.type))
      organisation = evolveOrganisation(organisation, event as unknown as OrganisationEvent);
    else note(cases, event);
  }
  return { organisation, received: [...cases.values()] };
}

/** When a case came in, and to which board it was given first: that decided what was promised. */
function note(cases: Map<string, ReceivedCase>, { stream, type, data }: Recorded): void {
  const known = cases.get(stream);
  if (type === 'CaseReceived') {
    const { caseId, kind, receivedDate } = data as CaseFacts['CaseReceived'];
    cases.set(stream, { caseId, kind, receivedDate, board: undefined });
  } else if (type === 'CaseRouted' && known) known.board ??= (data as CaseFacts['CaseRouted']).board;
  else if (type === 'ReceiptDateCorrected' && known) known.receivedDate = (data as CaseFacts['ReceiptDateCorrected']).to;
}

function isConcerned({ kind, board, receivedDate }: ReceivedCase, { policy, from, to }: Stage, organisation: Organisation): boolean {
  if (receivedDate < from || receivedDate > to) return false;
  if (policy.kinds.length > 0 && !policy.kinds.includes(kind)) return false;
  if (policy.administrationCode === null) return true;
  return board !== undefined && boardNear(organisation, board, receivedDate)?.administration.code === policy.administrationCode;
}

const proposed = ({ code, version, acknowledge, answer, extensions }: Policy): ProposedPolicy => ({
  policy: code,
  policyVersion: version,
  acknowledge,
  answer,
  extensions,
});
