import { grantRole } from '#identity';
import { localDate } from '#promises';
import { askedRole } from './asked-role.js';
import { requireLiving } from './board-successors.js';
import { rightsReport } from './rights-report.js';
import { changeRights } from './rights.js';
import { now } from './surroundings.js';
import type { Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'grant';

export const summary = 'Gives a person a role';

export const help = `synpunkter grant <role> [--board <code>]… <subject or e-mail> [--json]

Records that a person holds a role from now on. Works while the server runs; it knows within a moment.
What has an @ is an e-mail address: the role waits for whoever next logs in with it. Anything else is a subject at the issuer.
A role at a board ends with the board: for one that has ended it says which board has its cases now.
Roles: customer-service, registrar, officer, manager, head, quality, auditor, administrator.

  --board <code>  only for this board; may be given several times. Without it: for every board, which opens no secret case
  --json          what the person holds now, as JSON

  synpunkter grant officer --board TN --board MBN anna.berg@gotland.se
  synpunkter grant administrator karin.kundtjanst
`;

export async function run(args: string[], print: Print): Promise<number> {
  const asked = askedRole(args);
  const { boards } = asked.grant;
  const { rights, notes } = await withRecords(async (at) => {
    const ending = boards === 'all' ? [] : await requireLiving(at.log, boards, localDate(now()));
    return { rights: await changeRights(asked, grantRole, at), notes: ending };
  });
  print(asked.json ? `${JSON.stringify(rights, null, 2)}\n` : [rightsReport(rights), ...notes.map((note) => `${note}\n`)].join(''));
  return 0;
}
