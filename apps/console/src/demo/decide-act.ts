import * as cases from '#cases';
import type { Case, CaseEvent } from '#cases';
import { promisedOnAcknowledgement, promisedOnReopening, promisedTo } from '#commands';
import type { Keys } from '#keys';
import { isSecrecyArea, type Organisation } from '#organisation';
import { daysAround, type LocalDate } from '#promises';
import type { Act } from './act.js';

export interface Circumstances {
  readonly org: Organisation;
  readonly keys: Keys;
  readonly today: LocalDate;
  /** Who is appointed, where somebody is. */
  readonly officer: string;
}

type Decisions = {
  readonly [What in Act['what']]: (
    act: Omit<Extract<Act, { readonly what: What }>, 'what'>,
    state: Case,
    around: Circumstances,
  ) => CaseEvent[];
};

/** The decision of the domain behind each act: the same that the pages and the API ask for. */
const decisions: Decisions = {
  route: ({ board, reason }, state, { org, today }) => cases.route({ board, reason, secrecyArea: isSecrecyArea(org, board, today) }, state),
  refer: ({ body }, state) => cases.refer({ body, forwarded: false }, state),
  assign: (_act, state, { officer }) => cases.assign({ officer }, state),
  acknowledge: ({ by }, state, around) =>
    cases.acknowledge(
      {
        by,
        on: around.today,
        days: daysAround(around.today),
        ...withPromise(promisedOnAcknowledgement(around.today, promisedTo(state, around.keys), around)),
      },
      state,
    ),
  note: (note, state) => cases.addNote(note, state),
  'send-transfer': (transfer, state) => cases.sendTransfer({ ...transfer, ...(isSecret(state) && { secrecyBasis: 'no-harm' }) }, state),
  'accept-transfer': (_act, state, { org, today }) =>
    cases.acceptTransfer({ secrecyArea: state.status === 'in-transfer' && isSecrecyArea(org, state.to, today) }, state),
  'decline-transfer': (declined, state) => cases.declineTransfer(declined, state),
  ask: (asked, state, { today }) => cases.askClarification({ ...asked, days: daysAround(today) }, state),
  reply: (reply, state) => cases.receiveClarification(reply, state),
  delay: (notice, state, { today }) => {
    const days = daysAround(today);
    return cases.giveDelayNotice({ ...notice, days, limit: { atMost: undefined, latest: days.aYearAhead } }, state);
  },
  answer: (answered, state) => cases.answer(answered, state),
  'plan-action': (planned, state, { today }) => cases.planAction({ ...planned, days: daysAround(today) }, state),
  'complete-action': (done, state) => cases.completeAction(done, state),
  'mark-secrecy': (mark, state) => cases.markSecrecy(mark, state),
  rate: (rated, state) => cases.rateAnswer({ rating: { ...rated, by: 'submitter' }, writer: 'submitter', answeredBy: undefined }, state),
  close: (closed, state) => cases.close(closed, state),
  reopen: ({ reason }, state, around) =>
    cases.reopen(
      { by: 'submitter', reason, ...withPromise(promisedOnReopening(around.today, promisedTo(state, around.keys), around.org)) },
      state,
    ),
};

/** What an act leads to in a case. */
export function decideAct({ what, ...asked }: Act, state: Case, around: Circumstances): CaseEvent[] {
  // TypeScript cannot see that an act and the entry of its own kind belong together.
  return (decisions[what] as (asked: object, state: Case, around: Circumstances) => CaseEvent[])(asked, state, around);
}

const isSecret = (state: Case): boolean => state.status !== 'not-received' && cases.isSecret(state.known);

const withPromise = (promised: cases.CaseFacts['PromiseMade'] | undefined): Pick<cases.Reopen, 'promised'> =>
  promised ? { promised } : {};
