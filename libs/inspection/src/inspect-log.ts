import type { EventSchemas, Laid, LogHead, LookedAt, Metadata, Position } from '#event-log';
import type { Keys } from '#keys';
import { openScratch, type Database } from '#sqlite';
import type { Check } from './check.js';
import { dataCheck } from './checks/data.js';
import { idCheck } from './checks/ids.js';
import { metadataCheck } from './checks/metadata.js';
import { positionCheck } from './checks/positions.js';
import { readableCheck } from './checks/readable.js';
import { recordedAtCheck } from './checks/recorded-at.js';
import { revisionCheck } from './checks/revisions.js';
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
    const read = await readThrough(log, { scratch, checks: checks(around), findings });
    return { logId: log.id, file: log.file !== undefined, ...read, found: findings.count, findings: findings.told };
  } finally {
    scratch.close();
  }
}

const checks = ({ schemas, keys }: With): readonly Check[] => [
  positionCheck,
  revisionCheck,
  metadataCheck,
  recordedAtCheck,
  idCheck,
  readableCheck,
  dataCheck(schemas),
  ...(keys ? [sealCheck(keys)] : []),
];

interface Reading {
  readonly scratch: Database;
  readonly checks: readonly Check[];
  readonly findings: Findings;
}

async function readThrough(log: LookedAt, { scratch, checks, findings }: Reading): Promise<Pick<Inspection, 'events' | 'streams'>> {
  const ends = new StreamEnds(scratch);
  let events = 0;
  let last: Position | undefined;
  for await (const laid of log.all()) {
    const { stored } = laid;
    const metadata = metadataOf(laid);
    const met = { ...laid, metadata, last, before: ends.of(stored.stream) };
    for (const check of checks) {
      const what = check.meet(met);
      if (what !== undefined) findings.add(check.kind, what, stored);
    }
    ends.put(stored, metadata);
    last = stored.position;
    events += 1;
  }
  for (const check of checks) for (const { at, what } of check.end?.() ?? []) findings.add(check.kind, what, at);
  return { events, streams: ends.count };
}

/** Whoever asks an event that cannot be read for its metadata is refused, unless they at least can be. */
function metadataOf({ event }: Laid): Metadata | undefined {
  try {
    return event.metadata;
  } catch {
    return undefined;
  }
}
