import { promiseAnswer, type Case } from '#cases';
import { promisedOnAcknowledgement, type CaseCommands, type Promised } from '#commands';
import { deriveUuid, type EventLog } from '#event-log';
import type { NoticeFacts } from '#notices';
import type { Organisation } from '#organisation';
import { localDate } from '#promises';
import type { Debt, ReactionDefinition } from './reaction.js';

interface AnswerPromises {
  readonly log: EventLog;
  readonly cases: CaseCommands;
  /** The organisation as the end of the log tells it. */
  readonly organisation: () => Promise<Organisation>;
  /** For whom a promise in a case is made. */
  readonly promisedTo: (state: Case) => Promised | undefined;
  readonly now: () => string;
}

/** Where a policy counts the answer from the acknowledgement, the answer is promised when the relay has taken that mail. */
export function answerPromises({ log, cases, organisation, promisedTo, now }: AnswerPromises): ReactionDefinition {
  const pay = async ({ key, stream, since }: Debt, org: Organisation): Promise<void> => {
    const requested = await requestIn(log, stream);
    if (requested?.kind !== 'acknowledgement') return;
    const { caseId } = requested;
    const commandId = deriveUuid('answer-promise', key);
    const request = { caseId, commandId, actor: 'system', causationId: key, at: now(), permit: () => undefined };
    const promised = (state: Case) => promisedOnAcknowledgement(localDate(since), promisedTo(state), { org, today: localDate(now()) });
    await cases.execute(request, (state) => promiseAnswer({ promised: promised(state) }, state));
  };

  return {
    name: 'answer-promises',
    version: 1,
    owes: { NoticeHandedOver: ({ id }) => [id] },
    settles: {},
    async pay(debts) {
      const org = await organisation();
      if (countsFromAcknowledgement(org)) for (const debt of debts) await pay(debt, org);
      return debts.map(({ key }) => key);
    },
  };
}

/** Most organisations have no such policy, and then no notice need be read. */
const countsFromAcknowledgement = ({ policies }: Organisation): boolean =>
  [...policies.values()].flat().some(({ answer }) => answer?.from === 'acknowledged');

/** Nothing of what was told to the staff. */
async function requestIn(log: EventLog, stream: string): Promise<NoticeFacts['NoticeRequested'] | undefined> {
  for await (const { type, data } of log.read(stream, { limit: 1 }))
    return type === 'NoticeRequested' ? (data as NoticeFacts['NoticeRequested']) : undefined;
  throw new Error('a mail was handed over of a notice that the log does not hold');
}
