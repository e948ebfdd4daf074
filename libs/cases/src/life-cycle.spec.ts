import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as cases from '#cases';
import { evolve, notReceived, outcomes, Refusal, replay, type Case, type CaseEvent } from '#cases';
import { daysAround } from '#promises';
import { canonicalFacts as facts, historyTo } from '#test/case-events';
import { objections } from '#test/event-schemas';
import type { Decision } from '#test/given';

/** A decision together with its command: what is left is to ask it in a state. */
interface Deed {
  readonly name: string;
  readonly decide: (state: Case) => CaseEvent[];
}

const deed = <Command>(decision: Decision<Command>, command: fc.Arbitrary<Command>): fc.Arbitrary<Deed> =>
  command.map((chosen) => ({ name: decision.name, decide: (state) => decision(chosen, state) }));

const always = <Command>(decision: Decision<Command>, command: Command) => deed(decision, fc.constant(command));

const text = fc.constantFrom('Därför.', 'Av en annan anledning.');
const board = fc.constantFrom('RS', 'TN', 'MBN');
const day = fc.integer({ min: 20, max: 30 }).map((date) => `2026-11-${date}`);
const due = fc.integer({ min: 1, max: 31 }).map((date) => `2026-12-${String(date).padStart(2, '0')}`);
const days = day.map((today) => daysAround(today));
const noLimit = { atMost: undefined, latest: '2027-12-31' };
const id = fc.constantFrom(facts.ActionPlanned.actionId, facts.CaseAssigned.officer);
const maybeBasis = fc.constantFrom({}, { secrecyBasis: 'consent' } as const);
const classified = fc.constantFrom<cases.CaseFacts['CaseClassified']>(
  facts.CaseClassified,
  { secrecy: 'low', category: 'SKOLA.STOD', by: 'person' },
  { secrecy: 'high', secretCategory: 'IFO.EKONOMISKT', by: 'person' },
);
const succession = fc.record({
  succeeded: fc.record({ secrecyArea: fc.boolean() }).map((area) => [{ ended: 'TN', successor: 'MBN', ...area }]),
  officerStays: fc.boolean(),
});
const maybeSuccession = fc.oneof(fc.constant({}), fc.record({ succession }));
const promised = due.map((date) => ({ ...facts.PromiseMade, due: date }));

/** Everything that can be done to a case. */
const deeds = {
  receive: deed(
    cases.receive,
    fc.record({
      received: fc.constantFrom(facts.CaseReceived, { ...facts.CaseReceived, datedLater: 'by-the-clock' as const }),
      classified,
      noticed: fc.constantFrom(undefined, facts.PersonalNumberNoticed),
      suspected: fc.constantFrom(undefined, facts.SecrecySuspected),
      routed: fc.record({
        to: fc.constantFrom('board', 'triage'),
        board,
        secrecyArea: fc.boolean(),
        basis: fc.constant(facts.CaseSentToTriage.basis),
      }),
      promised: fc.array(promised, { maxLength: 1 }),
    }),
  ),
  dateReceipt: deed(cases.dateReceipt, fc.record({ receivedDate: day, promised })),
  register: deed(
    cases.register,
    board.map((of) => ({ board: of, diaryNumber: `${of} 2026/7` })),
  ),
  classify: deed(cases.classify, classified),
  route: deed(cases.route, fc.record({ board, secrecyArea: fc.boolean(), reason: text })),
  sendTransfer: deed(
    cases.sendTransfer,
    fc.tuple(board, maybeBasis).map(([to, basis]) => ({ to, reason: 'Er fråga.', ...basis })),
  ),
  acceptTransfer: deed(
    cases.acceptTransfer,
    fc.tuple(fc.boolean(), maybeSuccession).map(([secrecyArea, ended]) => ({ secrecyArea, ...ended })),
  ),
  declineTransfer: deed(cases.declineTransfer, fc.record({ reason: text })),
  recallTransfer: deed(cases.recallTransfer, fc.record({ reason: text })),
  succeedBoards: deed(cases.succeedBoards, succession),
  acknowledge: deed(cases.acknowledge, fc.record({ by: fc.constantFrom(...cases.ways), on: day, days })),
  assign: deed(cases.assign, fc.record({ officer: id })),
  askClarification: deed(cases.askClarification, fc.record({ questions: text, replyBy: day, days })),
  receiveClarification: deed(cases.receiveClarification, fc.record({ text, channel: fc.constantFrom(...cases.channels) })),
  promiseAnswer: deed(cases.promiseAnswer, fc.record({ promised: fc.oneof(promised, fc.constant(undefined)) })),
  recountPromises: always(cases.recountPromises, { recounts: [facts.PromiseRecounted] }),
  answer: deed(cases.answer, fc.record({ text, by: fc.constantFrom(...cases.ways) })),
  requestReview: deed(
    cases.requestReview,
    promised.map((date) => ({ by: 'submitter' as const, reason: 'Igen.', promised: [{ ...date, promise: 'review' as const }] })),
  ),
  answerReview: deed(
    cases.answerReview,
    fc.record({
      text,
      by: fc.constantFrom(...cases.ways),
      reviewer: fc.constant('christer'),
      answeredBy: fc.constantFrom('hanna', undefined),
    }),
  ),
  rateAnswer: deed(
    cases.rateAnswer,
    fc.record({
      rating: fc.record({ satisfied: fc.boolean(), by: fc.constant('submitter' as const) }),
      writer: fc.constant('submitter'),
      answeredBy: fc.constant(undefined),
    }),
  ),
  giveDelayNotice: deed(
    cases.giveDelayNotice,
    fc.record({ reason: text, due, days: fc.oneof(day, due).map((today) => daysAround(today)), limit: fc.constant(noLimit) }),
  ),
  planAction: deed(cases.planAction, fc.record({ actionId: id, description: text, due, days })),
  completeAction: deed(cases.completeAction, fc.record({ actionId: id })),
  refer: deed(
    cases.refer,
    fc.tuple(fc.boolean(), maybeBasis).map(([forwarded, basis]) => ({ body: 'TRV', forwarded, ...basis })),
  ),
  addNote: deed(cases.addNote, fc.record({ text })),
  markSecrecy: always(cases.markSecrecy, facts.SecrecyMarked),
  liftSecrecy: always(cases.liftSecrecy, facts.SecrecyLifted),
  ruleOutSecrecy: always(cases.ruleOutSecrecy, facts.SecrecyRuledOut),
  close: deed(cases.close, fc.record({ outcome: fc.constantFrom(...outcomes) })),
  reopen: deed(
    cases.reopen,
    fc
      .tuple(promised, fc.boolean(), maybeSuccession)
      .map(([date, told, ended]) => ({ ...facts.CaseReopened, ...(told && { promised: date }), ...ended })),
  ),
  replaceAccessCode: always(cases.replaceAccessCode, facts.AccessCodeReplaced),
  correctReceiptDate: deed(cases.correctReceiptDate, fc.record({ to: day, reason: text, days })),
};

const life = fc.tuple(deeds.receive, fc.array(fc.oneof(...Object.values(deeds)), { minLength: 1, maxLength: 40, size: 'max' }));

/** Asks a decision; a refusal decides nothing, and any other error fails the test. */
function decided({ decide }: Deed, state: Case): CaseEvent[] {
  try {
    return decide(state);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** Lives a life and hands on every step. */
function live([first, rest]: [Deed, Deed[]], onStep: (step: { deed: Deed; events: CaseEvent[]; after: Case }) => void): CaseEvent[] {
  const history: CaseEvent[] = [];
  let state: Case = notReceived;
  for (const next of [first, ...rest]) {
    const events = decided(next, state);
    history.push(...events);
    state = events.reduce(evolve, state);
    onStep({ deed: next, events, after: state });
  }
  return history;
}

const resuming = (state: Case): string => ('resumesAs' in state ? state.resumesAs : state.status);

/** What may never be true of one and the same case. */
function contradictions(state: Case): string[] {
  if (state.status === 'not-received') return ['nothing was received'];
  const { known, status } = state;
  const numbered = known.diaryNumbers.map(({ board: of }) => of);
  const actions = known.actions.map(({ actionId }) => actionId);
  return Object.entries({
    'no board has it': known.board === '',
    'answered, and not answered': status !== 'closed' && known.answered !== (resuming(state) === 'answered'),
    'in triage, and in the hands of an officer': resuming(state) === 'in-triage' && known.officer !== undefined,
    'in triage, and answered': resuming(state) === 'in-triage' && known.answered,
    'sent to the board that has it': status === 'in-transfer' && state.to === known.board,
    'waiting for no reply': status === 'awaiting-clarification' && known.replyBy === undefined,
    'closed without the answer that it takes':
      status === 'closed' && !known.answered && !cases.outcomesWithoutAnswer.includes(state.outcome),
    'two numbers in one series': new Set(numbered).size !== numbered.length,
    'one action planned twice': new Set(actions).size !== actions.length,
  }).flatMap(([what, isTrue]) => (isTrue ? [what] : []));
}

const runs = { numRuns: 1000 };

describe('whatever is done to a case, in whatever order', () => {
  it('covers every decision of the library', () => {
    const functions = Object.entries(cases).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    expect(
      [
        ...Object.keys(deeds),
        'Refusal',
        'evolve',
        'extentIn',
        'isAcknowledgedAtOnce',
        'isInTriage',
        'isSecret',
        'replay',
        'requireReceiptDay',
        'walledOf',
        'withoutDate',
      ].sort(),
    ).toEqual(functions.sort());
  });

  it('it is decided or refused, and what is decided contradicts nothing and can be recorded', () => {
    const met = { statuses: new Set<string>(), types: new Set<string>() };
    fc.assert(
      fc.property(life, (deedsDone) => {
        const contradicted: string[] = [];
        const history = live(deedsDone, ({ after, events }) => {
          contradicted.push(...contradictions(after));
          met.statuses.add(after.status);
          events.forEach(({ type }) => met.types.add(type));
        });
        expect(contradicted).toEqual([]);
        expect(history.flatMap(objections)).toEqual([]);
      }),
      runs,
    );
    expect([...met.statuses, 'not-received'].sort()).toEqual(Object.keys(historyTo).sort());
    expect([...met.types].sort()).toEqual(Object.keys(facts).sort());
  });

  it('the history read back from the log leads to the same state as the steps', () => {
    fc.assert(
      fc.property(life, (deedsDone) => {
        let last: Case = notReceived;
        const history = live(deedsDone, ({ after }) => (last = after));
        expect(replay(JSON.parse(JSON.stringify(history)) as CaseEvent[])).toEqual(last);
      }),
      runs,
    );
  });

  it('doing the same once more changes nothing', () => {
    fc.assert(
      fc.property(life, (deedsDone) => {
        const changed: string[] = [];
        live(deedsDone, ({ deed: again, after }) => {
          if (!isDeepStrictEqual(decided(again, after).reduce(evolve, after), after)) changed.push(again.name);
        });
        expect(changed).toEqual([]);
      }),
      runs,
    );
  });
});
