import { randomUUID } from 'node:crypto';
import { assign, rateAnswer, Refusal, type Case, type CaseEvent, type ReceivedCase } from '#cases';
import { AssignCase, CaseCommands, RateAnswer, whoAnswered } from '#commands';
import { emptyOrganisation } from '#organisation';
import { aLog, type ALog } from '#test/a-log';
import * as facts from '#test/case-events';
import { losingOnce } from '#test/losing-once';
import { decidedBy } from './decide-case.js';

const noRules = { state: emptyOrganisation };
const at = '2026-11-26T09:00:00.000Z';

describe('what a command needs to know of its case', () => {
  let on: ALog;
  let caseId: string;

  beforeAll(async () => void (on = await aLog()));
  afterAll(() => on.close());
  beforeEach(() => void (caseId = randomUUID()));

  const happens = async (actor: string, ...events: CaseEvent[]): Promise<void> => {
    const past = [];
    for await (const event of on.log.read(`case-${caseId}`)) past.push(event);
    const context = { actor, commandId: randomUUID(), correlationId: caseId, recordedAt: at };
    await on.log.append(`case-${caseId}`, past.at(-1)?.revision ?? 'no-stream', events, context);
  };
  /** The commands of a process that somebody else is faster than, once. */
  const meanwhile = (rival: () => Promise<unknown>) => new CaseCommands(losingOnce(on.log, rival), () => Promise.resolve());
  const request = (actor: string) => ({ caseId, commandId: randomUUID(), actor, at, permit: () => undefined });

  it('is found out anew where somebody else was faster: no officer of a board that has the case no more', async () => {
    await happens('rut', ...facts.withBoard('TN'));
    const boards: string[] = [];
    const ofTheBoard = (state: Case) => {
      const { board } = (state as ReceivedCase).known;
      boards.push(board);
      if (board !== 'TN') throw new Error(`nobody at ${board}`);
      return facts.caseAssigned().data;
    };
    const moves = () => happens('mia', facts.transferSent({ from: 'TN', to: 'MBN' }), facts.transferAccepted({ from: 'TN', to: 'MBN' }));
    const handler = new (decidedBy(AssignCase, assign))(meanwhile(moves), noRules);
    await expect(handler.execute(new AssignCase(request('maria'), ofTheBoard))).rejects.toThrow('nobody at MBN');
    expect(boards).toEqual(['TN', 'MBN']);
  });

  it('is found out anew where somebody else was faster: no rating by who has answered meanwhile', async () => {
    await happens('rut', ...facts.withBoard());
    await happens('hanna', facts.answerGiven());
    const rating = { satisfied: true, by: 'staff', channel: 'phone' } as const;
    const answersFirst = () => happens('rut', facts.caseReopened(), facts.answerGiven());
    const handler = new (decidedBy(RateAnswer, rateAnswer))(meanwhile(answersFirst), noRules);
    const told = new RateAnswer(request('rut'), (_, past) => ({ rating, writer: 'rut', answeredBy: whoAnswered(past) }));
    await expect(handler.execute(told)).rejects.toEqual(new Refusal('rating-by-who-answered'));
  });
});
