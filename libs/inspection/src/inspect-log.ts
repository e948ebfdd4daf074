import type { EventSchemas, Laid, LogHead, LookedAt, Metadata, Position } from '#event-log';
import type { Keys } from '#keys';
import { openScratch, type Database } from '#sqlite';
import type { Check, InForm, Met } from './check.js';
import { causeCheck } from './checks/causes.js';
import { dataCheck } from './checks/data.js';
import { diaryCheck } from './checks/diaries.js';
import { idCheck } from './checks/ids.js';
import { metadataCheck } from './checks/metadata.js';
import { positionCheck } from './checks/positions.js';
import { promiseCheck } from './checks/promises.js';
import { readableCheck } from './checks/readable.js';
import { recordedAtCheck } from './checks/recorded-at.js';
import { revisionCheck } from './checks/revisions.js';
import { rightCheck } from './checks/rights.js';
import { sealCheck } from './checks/seals.js';
import { Findings, type Finding } from './findings.js';
import { unlikeRemembered } from './memory.js';
import { StreamEnds } from './stream-ends.js';

/** What was found when a log was read from the first event to the last. */
export interface Inspection {
  readonly logId: string | undefined;
  /** Whether the file that holds the log was looked at, which only a log in a file has. */
  readonly file: boolean;
  readonly events: number;
  readonly streams: number;
  /** How much was found; a log is sound if it is nothing. */
  readonly found: number;
  /** The first hundred of it. */
  readonly findings: readonly Finding[];
}

interface With {
  readonly schemas: EventSchemas;
  /** Undefined where there are none: then no seal is tried. */
  readonly keys: Pick<Keys, 'open'> | undefined;
  /** What the keys remember of the log. */
  readonly remembered: LogHead | undefined;
}

/** Reads the whole log once. Time grows with the log; memory does not, whatever stands in it. */
export async function inspectLog(log: LookedAt, around: With): Promise<Inspection> {
  const findings = new Findings();
  for (const what of log.file ?? []) findings.add('file', what);
  if (!around.keys) findings.add('keys', 'the keys are missing: no seal was tried');
  const unlike = await unlikeRemembered(log, around.remembered);
  if (unlike !== undefined) findings.add('log', unlike);
  const scratch = openScratch();
  try {
    const ends = new StreamEnds(scratch);
    const read = await readThrough(log, { ends, findings, checks: checksOf(around, scratch, ends) });
    return { logId: log.id, file: log.file !== undefined, ...read, found: findings.count, findings: findings.told };
  } finally {
    scratch.close();
  }
}

interface Checks {
  /** What can be asked of any event. */
  readonly ofAll: readonly Check[];
  /** Whether an event is in the form in which the program writes it. */
  readonly ofForm: readonly Check[];
  /** What takes an event for what it says, which only one in form can be taken for. */
  readonly ofMeaning: readonly Check<InForm>[];
}

const checksOf = ({ schemas, keys }: With, scratch: Database, ends: StreamEnds): Checks => ({
  ofAll: [positionCheck, revisionCheck, recordedAtCheck(), idCheck, causeCheck(scratch), ...(keys ? [sealCheck(keys)] : [])],
  ofForm: [readableCheck, metadataCheck, dataCheck(schemas)],
  ofMeaning: [diaryCheck(scratch, ends), promiseCheck(), rightCheck()],
});

interface Reading {
  readonly ends: StreamEnds;
  readonly findings: Findings;
  readonly checks: Checks;
}

async function readThrough(log: LookedAt, { ends, findings, checks }: Reading): Promise<Pick<Inspection, 'events' | 'streams'>> {
  let events = 0;
  let last: Position | undefined;
  for await (const laid of log.all()) {
    const { stored } = laid;
    const metadata = metadataOf(laid);
    const met: Met = { ...laid, metadata, last, before: ends.of(stored.stream) };
    ask(checks.ofAll, met, findings);
    const isInForm = ask(checks.ofForm, met, findings);
    if (isInForm && metadata) ask(checks.ofMeaning, { ...met, metadata }, findings);
    ends.put(stored, metadata);
    last = stored.position;
    events += 1;
  }
  for (const { kind, end } of [...checks.ofAll, ...checks.ofForm, ...checks.ofMeaning])
    for (const { at, what } of end?.() ?? []) findings.add(kind, what, at);
  return { events, streams: ends.count };
}

/** @returns whether nothing is wrong with the event */
function ask<Event extends Met>(checks: readonly Check<Event>[], met: Event, findings: Findings): boolean {
  const before = findings.count;
  for (const { kind, meet } of checks) {
    const what = meet(met);
    if (what !== undefined) findings.add(kind, what, met.stored);
  }
  return findings.count === before;
}

/** Whoever asks an event that cannot be read for its metadata is refused, unless they at least can be. */
function metadataOf({ event }: Laid): Metadata | undefined {
  try {
    return event.metadata;
  } catch {
    return undefined;
  }
}
