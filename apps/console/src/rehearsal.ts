import type { CaseFacts } from '#cases';
import { categoryCode, policyQuestion, type Promised } from '#commands';
import type { EventLog, Recorded } from '#event-log';
import type { Keys } from '#keys';
import { replayLedger } from '#ledger';
import {
  calendarOf,
  emptyOrganisation,
  evolveOrganisation,
  organisationEventTypes,
  speaksFor,
  type Organisation,
  type OrganisationEvent,
  type Policy,
} from '#organisation';
import { localDate, rehearse, type LocalDate, type ProposedPolicy, type Rehearsed } from '#promises';
import { now } from './surroundings.js';
import type { Workplace } from './with-records.js';

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

/**
 * Reads the log for the organisation and for which cases came, and each case for itself: what is in memory at a time is one of them, and what
 * would have been different.
 */
export async function rehearsal(at: Pick<Workplace, 'log' | 'keys'>, stage: Stage): Promise<Rehearsal> {
  const organisation = await organisationOf(at.log);
  const around = { proposed: proposed(stage.policy), calendar: calendarOf(organisation), today: localDate(now()) };
  const rehearsed: Rehearsed[] = [];
  let cases = 0;
  for await (const { stream, type } of everythingIn(at.log)) {
    if (type !== 'CaseReceived') continue;
    const received = await promisedCase(stream, at);
    if (!received || !isConcerned(received, stage, organisation)) continue;
    const { caseId, receivedDate } = received;
    rehearsed.push(...rehearse([{ caseId, receivedDate, ledger: await replayLedger(at.log, caseId) }], around));
    cases += 1;
  }
  return { cases, rehearsed };
}

/** What can be read, up to the end. */
async function* everythingIn(log: EventLog): AsyncGenerator<Recorded> {
  for await (const event of log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') return;
    if (event.unreadable === undefined) yield event;
  }
}

async function organisationOf(log: EventLog): Promise<Organisation> {
  let organisation = emptyOrganisation;
  for await (const event of everythingIn(log))
    if (organisationEventTypes.some((type) => type === event.type))
      organisation = evolveOrganisation(organisation, event as unknown as OrganisationEvent);
  return organisation;
}

/** For whom its promises were made, in the moment in which it came in. */
type PromisedCase = Promised & { readonly caseId: string };

async function promisedCase(stream: string, { log, keys }: Pick<Workplace, 'log' | 'keys'>): Promise<PromisedCase | undefined> {
  let known: PromisedCase | undefined;
  for await (const event of log.read(stream)) if (event.unreadable === undefined) known = withEvent(known, event, keys);
  return known;
}

/** A case after one more event. What a person said of its board and category came later, and changed nothing in what was promised. */
function withEvent(known: PromisedCase | undefined, { type, data }: Recorded, keys: Keys): PromisedCase | undefined {
  switch (type) {
    case 'CaseReceived': {
      const { caseId, kind, receivedDate } = data as CaseFacts['CaseReceived'];
      return { caseId, kind, receivedDate, board: undefined, category: undefined };
    }
    case 'CaseClassified': {
      const classified = data as CaseFacts['CaseClassified'];
      return known && classified.by !== 'person' ? { ...known, category: categoryCode(classified, keys) } : known;
    }
    case 'CaseRouted': {
      const { board, by } = data as CaseFacts['CaseRouted'];
      return known && by !== 'person' ? { ...known, board } : known;
    }
    case 'ReceiptDateCorrected':
      return known && { ...known, receivedDate: (data as CaseFacts['ReceiptDateCorrected']).to };
    default:
      return known;
  }
}

const isConcerned = (received: PromisedCase, { policy, from, to }: Stage, org: Organisation): boolean =>
  received.receivedDate >= from && received.receivedDate <= to && speaksFor(policy, policyQuestion(received, received.receivedDate, org));

const proposed = ({ code, version, acknowledge, answer, extensions }: Policy): ProposedPolicy => ({
  policy: code,
  policyVersion: version,
  acknowledge,
  answer,
  extensions,
});
