import { grantRole } from '#identity';
import { askedRole } from './asked-role.js';
import { rightsReport } from './rights-report.js';
import { changeRights } from './rights.js';
import type { Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'grant';

export const summary = 'Gives a person a role';

export const help = `synpunkter grant <role> [--board <code>]… <subject or e-mail> [--json]

Records that a person holds a role from now on. Works while the server runs; it knows within a moment.
What has an @ is an e-mail address: the role waits for whoever first logs in with it. Anything else is a subject at the issuer.
Roles: customer-service, registrar, officer, manager, head, quality, auditor, administrator.

  --board <code>  only for this board; may be given several times. Without it: for every board, which opens no secret case
  --json          what the person holds now, as JSON

  synpunkter grant officer --board TN --board MBN anna.berg@gotland.se
  synpunkter grant administrator karin.kundtjanst
`;

export async function run(args: string[], print: Print): Promise<number> {
  const asked = askedRole(args);
  const rights = await withRecords((at) => changeRights(asked, grantRole, at));
  print(asked.json ? `${JSON.stringify(rights, null, 2)}\n` : rightsReport(rights));
  return 0;
}
