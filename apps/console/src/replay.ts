import { parseArgs } from 'node:util';
import { replayCase, type Until } from '#views';
import { instantOf } from './asked-dates.js';
import { findCase } from './find-case.js';
import { replayReport } from './replay-report.js';
import { replayed } from './replayed.js';
import { CannotDo, WrongUse, type Print } from './verb.js';
import { withRecords, type Workplace } from './with-records.js';

export const name = 'replay';

export const summary = 'Shows a case step by step, as the log tells it';

export const help = `synpunkter replay <reference | diary number | case id> [--at <revision> | --as-of <instant>] [--json]

Every event of a case: what it is, who, when it was recorded and when it happened, what it says, and the state it led to.
Straight from the log, beside a running server. Opens what is sealed; [gallrad] stands where the key was destroyed by decision,
[kan inte visas] where it does not open although it should: ask verify.

  --at <revision>    as far as this revision
  --as-of <instant>  as it was known then, as 2026-03-01T12:00:00Z
  --json             the same as JSON

  synpunkter replay RG-7K3F-92QM-A1B5
  synpunkter replay "TN 2026/17" --as-of 2026-03-01T12:00:00Z
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { at: { type: 'string' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  });
  if (positionals.length === 0) throw new WrongUse('Name a case by its reference, a diary number or its id.');
  const until = readUntil(values.at, values['as-of']);
  return withRecords((at) => show({ asked: positionals.join(' '), until, json: values.json ?? false, print }, at));
}

interface Wish {
  readonly asked: string;
  readonly until: Until;
  readonly json: boolean;
  readonly print: Print;
}

async function show({ asked, until, json, print }: Wish, at: Workplace): Promise<number> {
  const caseId = await findCase(asked, at);
  const history = await replayCase(at.log, caseId, until);
  if (history.steps.length === 0 && !history.unreadable) throw new CannotDo(`There is no case ${asked}, or it was not yet received then.`);
  const steps = await replayed(history, at);
  const { unreadable } = history;
  print(json ? `${JSON.stringify({ caseId, steps, unreadable }, null, 2)}\n` : replayReport(steps));
  if (unreadable && !json) print('Here stands an event that this program cannot read. `synpunkter verify` names it.\n');
  return unreadable ? 1 : 0;
}

function readUntil(at: string | undefined, asOf: string | undefined): Until {
  if (at !== undefined && asOf !== undefined) throw new WrongUse('Give --at or --as-of, not both.');
  if (at !== undefined) return { at: revisionOf(at) };
  return asOf === undefined ? {} : { asOf: instantOf('--as-of', asOf) };
}

function revisionOf(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new WrongUse('--at is a revision: 0, 1, 2 …');
  return Number(text);
}
