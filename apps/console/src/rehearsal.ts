import type { CaseFacts } from '#cases';
import { categoryCode, policyQuestion, type Promised } from '#commands';
import type { Recorded } from '#event-log';
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
import { localDate, rehearse, type LocalDate, type PastCase, type ProposedPolicy, type Rehearsed } from '#promises';
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

/** Reads the log once for who came when and with what, and each case for what was promised. */
export async function rehearsal(at: Pick<Workplace, 'log' | 'keys'>, stage: Stage): Promise<Rehearsal> {
  const { organisation, received } = await past(at);
  const concerned = received.filter((one) => isConcerned(one, stage, organisation));
  const history: PastCase[] = [];
  for (const { caseId, receivedDate } of concerned) history.push({ caseId, receivedDate, ledger: await replayLedger(at.log, caseId) });
  const around = { proposed: proposed(stage.policy), calendar: calendarOf(organisation), today: localDate(now()) };
  return { cases: history.length, rehearsed: rehearse(history, around) };
}

/** For whom its promises were made, in the moment in which it came in. */
type PromisedCase = Promised & { readonly caseId: string };

interface Past {
  organisation: Organisation;
  readonly received: readonly PromisedCase[];
}

async function past({ log, keys }: Pick<Workplace, 'log' | 'keys'>): Promise<Past> {
  const cases = new Map<string, PromisedCase>();
  let organisation = emptyOrganisation;
  for await (const event of log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') break;
    if (event.unreadable !== undefined) continue;
    if (organisationEventTypes.some((type) => type === event.type))
      organisation = evolveOrganisation(organisation, event as unknown as OrganisationEvent);
    else if (event.stream.startsWith('case-')) {
      const known = withEvent(cases.get(event.stream), event, keys);
      if (known) cases.set(event.stream, known);
    }
  }
  return { organisation, received: [...cases.values()] };
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
