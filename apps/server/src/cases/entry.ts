import type { CaseReading } from './case-reading.js';

/** One step of a case as it was read, with its personal fields opened. */
export type Entry = Awaited<ReturnType<CaseReading['readWithState']>>['entries'][number];
