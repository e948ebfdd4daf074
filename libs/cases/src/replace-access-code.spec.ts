import { replaceAccessCode } from '#cases';
import { accessCodeReplaced, caseReceived } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = accessCodeReplaced().data;

describe('replacing the receipt code is possible wherever the case stands', () => {
  inEveryStatus(replaceAccessCode, command, {
    'not-received': 'case-not-found',
    'in-triage': [accessCodeReplaced()],
    'with-board': [accessCodeReplaced()],
    'in-transfer': [accessCodeReplaced()],
    'awaiting-clarification': [accessCodeReplaced()],
    answered: [accessCodeReplaced()],
    closed: [accessCodeReplaced()],
  });

  it.each([
    ['the first code', [caseReceived({ accessCodeHash: command.accessCodeHash })]],
    ['the code in force', [caseReceived(), accessCodeReplaced()]],
  ])('says nothing new of %s', (_what, history) =>
    given(...history)
      .when(replaceAccessCode, command)
      .thenNothing(),
  );
});
