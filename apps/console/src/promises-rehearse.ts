import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { complaintText, readPolicies, type Policy } from '#organisation';
import { dayOf } from './asked-dates.js';
import { codeOf } from './error-text.js';
import { rehearsal, type Stage } from './rehearsal.js';
import { rehearsalReport } from './rehearsal-report.js';
import { CannotDo, WrongUse, type Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'promises rehearse';

export const summary = 'Runs a proposed policy on what has happened and says what would have been different';

export const help = `synpunkter promises rehearse --policy <file> --from <date> --to <date> [--json]

Judges every case that was received in the period, of the administration, the kinds and the complaint procedures for which the
policy speaks, as if it had been in force: the same letters on the same days, other dates. Writes nothing; reads the log, beside a running server.

  --policy <file>  a policy, as in organisations/policy-presets, or a list with one
  --from <date>    the first day of receipt, as 2026-01-01
  --to <date>      the last
  --json           { cases, rehearsed: [{ caseId, what, due, proposedDue, state, proposedState }] }

  synpunkter promises rehearse --policy organisations/policy-presets/skovde.json --from 2026-01-01 --to 2026-12-31
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { policy: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (values.policy === undefined) throw new WrongUse('Name the file of the policy: --policy organisations/policy-presets/skovde.json.');
  const stage: Stage = { policy: await read(values.policy), from: dayOf('--from', values.from), to: dayOf('--to', values.to) };
  if (stage.to < stage.from) throw new WrongUse('The period ends before it begins.');
  const found = await withRecords((at) => rehearsal(at, stage));
  print(values.json ? `${JSON.stringify(found, null, 2)}\n` : rehearsalReport(found));
  return 0;
}

async function read(file: string): Promise<Policy> {
  const { policies, complaints } = readPolicies({ name: basename(file), text: await textOf(file) });
  if (complaints.length > 0) throw new CannotDo(`The policy cannot be used:\n${complaints.map(complaintText).join('\n')}`);
  const [policy, ...more] = policies;
  if (!policy || more.length > 0) throw new CannotDo(`${file} holds ${policies.length} policies; one at a time is rehearsed.`);
  return policy;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CannotDo(`${file} cannot be read (${codeOf(error) ?? 'unknown'}).`);
  }
}
