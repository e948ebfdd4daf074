import { revokeRole } from '#identity';
import { keepingAnAdministrator } from './keeping-an-administrator.js';
import { askedRole } from './asked-role.js';
import { ofThisName, rightsReport } from './rights-report.js';
import { changeRights } from './rights.js';
import type { Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'revoke';

export const summary = 'Takes a role from a person';

export const help = `synpunkter revoke <role> [--board <code>]… <subject or e-mail> [--json]

Records that a person no longer holds a role. Works while the server runs; it knows within a moment, also in living sessions.
What was granted to the e-mail of a person is taken from the e-mail, and what was granted to the subject from the subject.
The last administrator keeps the role, unless the groups of the issuer give it (role-claims.json): grant it to somebody else first.

  --board <code>  only for this board; may be given several times. Without it: the role ends altogether
  --json          what the person holds now, as JSON

  synpunkter revoke officer --board MBN anna.berg@gotland.se
`;

export async function run(args: string[], print: Print): Promise<number> {
  const asked = askedRole(args);
  const rights = await withRecords((at) => keepingAnAdministrator(asked, at, () => changeRights(asked, revokeRole, at)));
  print(asked.json ? `${JSON.stringify(rights, null, 2)}\n` : `${rightsReport(rights)}${ofThisName}`);
  return 0;
}
