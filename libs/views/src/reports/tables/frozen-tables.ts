import type { Recorded } from '#event-log';
import { readCheckpoint } from '#processors';
import { snapshot, type Database } from '#sqlite';
import { caseList, type CaseList } from '../case-list.js';
import type { Freezing } from '../frozen-report.js';
import { tablesOf, type TablesQuestion } from './promise-tables.js';
import type { TableFigure, TableGroup } from './year-tables.js';

/** The tables of a year as they were told, with all that it takes to compute them again. */
export interface FrozenTables extends TablesQuestion {
  readonly reportId: string;
  readonly method: number;
  /** The last event that they were made of. */
  readonly lastEvent: string;
  readonly cases: CaseList;
  /** Only the figures of which something was told: most of a small year is hidden. */
  readonly groups: readonly TableGroup[];
}

/** The tables, as an event. */
export const freezeTables = (
  db: Database,
  { reportId, salt }: Freezing,
  question: TablesQuestion,
): { readonly type: 'TablesFrozen'; readonly data: FrozenTables } =>
  snapshot(db, () => {
    const numbers: number[] = [];
    const { method, groups } = tablesOf(db, question, numbers);
    const lastEvent = readCheckpoint(db)?.eventId ?? '';
    const told = groups.map(({ cases, view, by, figures }) => ({ cases, view, by, figures: figures.filter(isTold) }));
    return { type: 'TablesFrozen', data: { reportId, ...question, method, lastEvent, cases: caseList(db, numbers, salt), groups: told } };
  });

export const thawTables = ({ data }: Recorded): FrozenTables => data as FrozenTables;

const isTold = ({ value, n }: TableFigure): boolean => value !== null || n !== null;
