import { evolve, extentIn, replay, walledOf, type CaseEvent, type Reach, type ReceivedCase } from '#cases';
import * as facts from '#test/case-events';

const roads: Reach = { boards: ['TN'], triageOf: [], anyTriage: false, others: 'outline' };
const front: Reach = { boards: [], triageOf: ['RS'], anyTriage: false, others: 'whole' };
const auditors: Reach = { boards: [], triageOf: [], anyTriage: false, others: 'whole' };

const after = (...events: CaseEvent[]) => replay([facts.caseReceived(), ...events]) as ReceivedCase;
const extents = (state: ReceivedCase) => [roads, front, auditors].map((reach) => extentIn(reach, walledOf(state)));

describe('the wall around a case', () => {
  it('opens what is in triage to those who route it alone, also while a reply is awaited and once it is closed', () => {
    const triage = after(facts.caseSentToTriage({ board: 'RS' }));
    for (const state of [triage, evolve(triage, facts.clarificationAsked()), evolve(triage, facts.caseClosed())])
      expect(extents(state as ReceivedCase)).toEqual(['nothing', 'whole', 'nothing']);
  });

  it('opens a routed case to its board, shows other boards that it is there, and opens it to who reads all', () => {
    expect(extents(after(facts.caseRouted({ board: 'TN' })))).toEqual(['whole', 'whole', 'whole']);
    expect(extents(after(facts.caseRouted({ board: 'MBN' })))).toEqual(['outline', 'whole', 'whole']);
  });

  it('opens a case to the board that it is offered to', () =>
    expect(extents(after(facts.caseRouted({ board: 'MBN' }), facts.transferSent({ from: 'MBN', to: 'TN' })))[0]).toBe('whole'));

  it.each([
    ['was suspected of something secret, wherever it is routed', [facts.secrecySuspected(), facts.caseRouted({ board: 'MBN' })]],
    ['was marked', [facts.caseRouted({ board: 'MBN' }), facts.secrecyMarked()]],
    ['was routed to an area of secrecy', [facts.caseRouted({ board: 'SON', secrecyArea: true })]],
    [
      'came out of an area of secrecy',
      [
        facts.caseRouted({ board: 'SON', secrecyArea: true }),
        facts.transferSent({ from: 'SON', to: 'MBN', secrecyBasis: 'no-harm' }),
        facts.transferAccepted({ from: 'SON', to: 'MBN' }),
      ],
    ],
  ])('closes to all but its board what %s', (_, events) => expect(extents(after(...events))).toEqual(['nothing', 'nothing', 'nothing']));

  it('opens what was suspected once a person has judged that nothing is secret, or has lifted what was marked', () => {
    const suspected = after(facts.secrecySuspected(), facts.caseRouted({ board: 'MBN' }));
    const judged = (...events: CaseEvent[]) => extents(events.reduce(evolve, suspected) as ReceivedCase);
    expect(judged(facts.secrecyRuledOut())).toEqual(['outline', 'whole', 'whole']);
    expect(judged(facts.secrecyMarked(), facts.secrecyRuledOut())).toEqual(['nothing', 'nothing', 'nothing']);
    expect(judged(facts.secrecyMarked(), facts.secrecyLifted())).toEqual(['outline', 'whole', 'whole']);
  });
});
