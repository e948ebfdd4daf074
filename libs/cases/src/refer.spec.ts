import { refer } from '#cases';
import { caseClosed, referredToExternalBody } from '#test/case-events';
import { inEveryStatus } from '#test/in-every-status';

const referred = [referredToExternalBody(), caseClosed({ outcome: 'referred' })];

describe('referring to an external body closes the case', () => {
  inEveryStatus(refer, referredToExternalBody().data, {
    'not-received': 'case-not-found',
    'in-triage': referred,
    'with-board': referred,
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': referred,
    answered: referred,
    closed: 'case-closed',
  });
});
