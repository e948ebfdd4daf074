import { replay, route, type CaseEvent } from '#cases';
import { clarificationAsked, inTriage } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = { board: 'TN', secrecyArea: false, reason: 'Gäller snöröjning på en gata som TN sköter.' };
const routed: CaseEvent = { type: 'CaseRouted', data: { ...command, by: 'person' } };

describe('routing by a person', () => {
  inEveryStatus(route, command, {
    'not-received': 'case-not-found',
    'in-triage': [routed],
    'with-board': 'case-not-in-triage',
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': 'case-not-in-triage',
    answered: 'case-not-in-triage',
    closed: 'case-closed',
  });

  it('does not depend on a reply that was asked for in triage and may never come', () => {
    const history = [...inTriage(), clarificationAsked()];
    given(...history)
      .when(route, command)
      .then(routed);
    expect(replay([...history, routed])).toMatchObject({ status: 'with-board', known: { board: 'TN', replyBy: '2026-12-03' } });
  });
});
