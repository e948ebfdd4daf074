import { isAcknowledgedAtOnce, requireReceiptDay, type CaseFacts, type Channel, type Kind, type Language, type Receive } from '#cases';
import {
  calendarOf,
  categoryOn,
  isSecrecyArea,
  successorOn,
  type Organisation,
  type RouteQuestion,
  type RouteSuggestion,
} from '#organisation';
import { daysAround, localDate, receiptDate, type LocalDate, type WorkingCalendar } from '#promises';
import { personalNumbersIn } from './personal-number.js';
import { UnknownCategory } from './errors.js';
import { promisesFor } from './promises-for.js';

/** What the submitter said. */
export interface Submission {
  readonly kind: Kind;
  readonly text: string;
  readonly language: Language;
  readonly channel: Channel;
  /** The local day on which it was found, if not today. */
  readonly arrivedOn?: LocalDate;
  readonly category?: string;
  readonly place?: string;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
}

/** What the submitter is given to follow it with. */
export interface Receipt {
  readonly caseId: string;
  readonly reference: string;
  readonly accessCodeHash: string;
}

interface Arriving {
  readonly submission: Submission;
  readonly receipt: Receipt;
  /** As ISO 8601 in UTC. */
  readonly at: string;
  /** Whether that is only a guess: then the case is given its day and its promises later. */
  readonly inDoubt?: boolean;
}

/**
 * What is asked of the rules: a protected identity may be named beside the text as well.
 * @throws Refusal if it is said to have come on a day on which it cannot have come
 * @throws UnknownCategory if the submitter chose a category that does not exist on that day
 */
export function questionOf({ submission, at }: Pick<Arriving, 'submission' | 'at'>, org: Organisation): RouteQuestion {
  const { text, place, language, category, contact } = submission;
  const receivedDate = received(submission, localDate(at), calendarOf(org));
  if (category !== undefined && !categoryOn(org, category, receivedDate)) throw new UnknownCategory(category);
  const beside = [place, contact?.name].flatMap((said) => said ?? []);
  return { text, beside, language, receivedDate, ...(category !== undefined && { categoryCode: category }) };
}

/**
 * Everything that a submission takes from the organisation as it is on the day of receipt: where it goes, and what is promised. A board that
 * has ended since can have nothing: what was for it goes to its successor.
 * @param suggestion what the rules answered to `questionOf`
 */
export function prepareReceipt(
  { submission, receipt, at, inDoubt = false }: Arriving,
  org: Organisation,
  suggestion: RouteSuggestion,
): Receive {
  const { kind, text, language, channel, category, contact } = submission;
  const today = localDate(at);
  const receivedDate = received(submission, today, calendarOf(org));
  const acknowledged = isAcknowledgedAtOnce({ channel, ...(contact && { contact }) });
  const board = suggestion.decision === 'route' ? suggestion.boardCode : undefined;
  const about = aboutWhat(suggestion, category);
  const classified = classification(about, org, receivedDate);
  const routed = routing(suggestion, org, today);
  return {
    received: {
      kind,
      channel,
      language,
      receivedDate,
      ...(inDoubt && datedLater(submission)),
      text,
      ...receipt,
      ...given(submission),
    },
    ...(classified && { classified }),
    noticed: numbersIn(submission, today),
    suspected: suspicion(suggestion, { routed, classified }),
    routed,
    promised: inDoubt ? [] : promisesFor({ kind, board, category: about.code, receivedDate, acknowledged }, { org, today }),
  };
}

function received({ channel, arrivedOn: on }: Submission, today: LocalDate, calendar: WorkingCalendar): LocalDate {
  if (on !== undefined) requireReceiptDay('arrivedOn', on, daysAround(today, calendar));
  return receiptDate({ channel, on: on ?? today }, calendar);
}

/** What the submitter left out stands nowhere. */
const given = ({ place, contact }: Pick<Submission, 'place' | 'contact'>): Pick<CaseFacts['CaseReceived'], 'place' | 'contact'> => ({
  ...(place !== undefined && { place }),
  ...(contact !== undefined && { contact }),
});

const datedLater = ({ arrivedOn }: Submission): Pick<CaseFacts['CaseReceived'], 'datedLater'> => ({
  datedLater: arrivedOn === undefined ? 'by-the-clock' : 'as-said',
});

interface About {
  /** Undefined where neither says what it is about. */
  readonly code: string | undefined;
  readonly by: 'submitter' | 'rules';
}

/** The category that the submitter chose, or else the one that was suggested where the rules dare to route. */
function aboutWhat(suggestion: RouteSuggestion, chosen: string | undefined): About {
  if (chosen !== undefined) return { code: chosen, by: 'submitter' };
  return { code: suggestion.decision === 'route' ? suggestion.categoryCode : undefined, by: 'rules' };
}

/** A category of strong secrecy is itself a personal fact and goes into the log sealed. */
function classification({ code, by }: About, org: Organisation, on: LocalDate): CaseFacts['CaseClassified'] | undefined {
  const category = code === undefined ? undefined : categoryOn(org, code, on);
  if (!category) return undefined;
  return category.secrecy === 'high'
    ? { secrecy: category.secrecy, secretCategory: category.code, by }
    : { secrecy: category.secrecy, category: category.code, by };
}

/** In which fields a personal identity number stands; undefined where in none. */
function numbersIn(submission: Submission, today: LocalDate): Receive['noticed'] {
  const fields = personalNumbersIn(submission, today);
  return fields.length > 0 ? { fields } : undefined;
}

/** What its area or its category makes secret is so without anybody having to judge it. */
function suspicion(
  { secrecySigns, ruleVersion }: RouteSuggestion,
  { routed, classified }: { readonly routed: Receive['routed']; readonly classified: Receive['classified'] | undefined },
): Receive['suspected'] {
  return secrecySigns.length === 0 || routed.secrecyArea || classified?.secrecy === 'high' ? undefined : { ruleVersion };
}

function routing(suggestion: RouteSuggestion, org: Organisation, today: LocalDate): Receive['routed'] {
  const { decision, boardCode: suggested, ruleVersion, confidence, ...explanation } = suggestion;
  const basis = { ruleVersion, confidence, explanation: JSON.stringify(explanation) };
  const board = successorOn(org, suggested, today)?.code ?? suggested;
  return { to: decision === 'route' ? 'board' : 'triage', board, secrecyArea: isSecrecyArea(org, board, today), basis };
}
