import { register } from '#cases';
import { caseRegistered, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = caseRegistered().data;

describe('registering is possible wherever the case stands', () => {
  inEveryStatus(register, command, {
    'not-received': 'case-not-found',
    'in-triage': [caseRegistered()],
    'with-board': [caseRegistered()],
    'in-transfer': [caseRegistered()],
    'awaiting-clarification': [caseRegistered()],
    answered: [caseRegistered()],
    closed: [caseRegistered()],
  });

  it('gives a case one number in the series of a board', () =>
    given(...withBoard(), caseRegistered())
      .when(register, { ...command, diaryNumber: 'TN 2026/764' })
      .thenNothing());

  it('gives it a further number in the series of another', () => {
    const further = caseRegistered({ board: 'MBN', diaryNumber: 'MBN 2026/91' });
    given(...withBoard(), caseRegistered())
      .when(register, further.data)
      .then(further);
  });
});
