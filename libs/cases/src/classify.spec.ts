import { classify } from '#cases';
import { caseClassified, inTriage } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = caseClassified({ by: 'person' }).data;
const classified = caseClassified({ by: 'person' });

describe('classifying', () => {
  inEveryStatus(classify, command, {
    'not-received': 'case-not-found',
    'in-triage': [classified],
    'with-board': [],
    'in-transfer': [],
    'awaiting-clarification': [],
    answered: [],
    closed: 'case-closed',
  });

  it('says nothing new of the same category, whoever says it', () =>
    given(...inTriage(), caseClassified())
      .when(classify, command)
      .thenNothing());
});
