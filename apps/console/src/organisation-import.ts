import { parseArgs } from 'node:util';
import { importOrganisation } from '#commands';
import { WrongRevision } from '#event-log';
import { readOrganisationFolder } from '#node';
import type { Difference, OrganisationEvent } from '#organisation';
import { dayAfter, localDate } from '#promises';
import { codeOf, messageOf } from './error-text.js';
import { now, settings } from './surroundings.js';
import { CannotDo, WrongUse, type Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'organisation import';

export const summary = 'Records what an organisation folder says and the log does not';

export const help = `synpunkter organisation import [<folder>] [--json]

Reads boards, categories, policies, external bodies, signals and routing rules, checks them as a whole, and records the differences.
A second import records nothing. A wrong file is named with line and field, and then nothing is imported. What changes days before
today is said: it holds for what is registered from now on. Works while the server runs.

  <folder>  default: the one the server imports (ORGANISATION)
  --json    what was recorded, by stream

  synpunkter organisation import organisations/region-gotland
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [folder = settings().organisation, ...others] = positionals;
  if (others.length > 0) throw new WrongUse('Name one folder.');
  const wanted = await wantedBy(folder);
  const recorded = await withRecords(({ log }) => record(log, wanted), { make: true });
  print(values.json === true ? `${JSON.stringify(recorded.map(briefly), null, 2)}\n` : report(folder, recorded));
  return 0;
}

async function wantedBy(folder: string): Promise<readonly OrganisationEvent[]> {
  try {
    return await readOrganisationFolder(folder);
  } catch (error) {
    if (codeOf(error) !== undefined) throw new CannotDo(`${folder} cannot be read: ${messageOf(error)}`);
    throw error;
  }
}

async function record(log: Parameters<typeof importOrganisation>[0], wanted: readonly OrganisationEvent[]): Promise<readonly Difference[]> {
  try {
    return await importOrganisation(log, wanted, { actor: 'console', at: now() });
  } catch (error) {
    if (error instanceof WrongRevision) throw new CannotDo('Somebody else is importing at this moment. Try again.');
    throw error;
  }
}

const briefly = ({ stream, events }: Difference) => ({ stream, events: events.map(({ type }) => type) });

function report(folder: string, recorded: readonly Difference[]): string {
  if (recorded.length === 0) return `The log already says all that ${folder} does.\n`;
  const lines = recorded.flatMap(({ stream, events }) => events.map(({ type }) => `  ${type.padEnd(24)}${stream}`));
  return [
    `Recorded from ${folder}:`,
    ...lines,
    ...recorded.flatMap(backDated),
    ...recorded.flatMap(({ events }) => events.flatMap(endOf)),
    '',
  ].join('\n');
}

/** What is decided for days that have been is taken, and not without a word. */
function backDated({ stream, changedFrom }: Difference): string[] {
  if (changedFrom === undefined || changedFrom >= localDate(now())) return [];
  const from = `${stream} says something else of days before today, from ${changedFrom} on.`;
  return [
    `${from} It holds for what is registered from now on. What was promised stays; only where the same version is told`,
    'otherwise are open cases counted again, and a date that was told moves only in the favour of the submitter.',
  ];
}

/** Who grants roles has to know in time. */
function endOf(event: OrganisationEvent): string[] {
  const last = event.type === 'BoardPublished' ? event.data.versions.at(-1) : undefined;
  if (last?.validTo == null || last.successor === null) return [];
  const { code, validTo, successor } = last;
  const firstDay = dayAfter(validTo);
  const when = firstDay > localDate(now()) ? `From ${firstDay} ${successor} has` : `${successor} has now`;
  return [`${code} ends on ${validTo}. ${when} its open cases; roles at ${code} end with it, so grant them at ${successor}.`];
}
