import type { Board } from './facts/board.js';
import type { CalendarYear, Holiday } from './facts/calendar-year.js';
import type { Category } from './facts/category.js';
import type { LocalDate } from '#promises';
import { isValidOn, versionNear, versionOn, type Validity } from './facts/dated.js';
import type { ExternalBody } from './facts/external-body.js';
import type { HandoverSignal } from './facts/handover-signal.js';
import type { Definitions, Organisation } from './organisation.js';
import { successorOn } from './succession.js';

/** The board with a code as it is on a date; undefined if there is none then. */
export const boardOn = (org: Organisation, code: string, date: LocalDate): Board | undefined => versionOn(org.boards.get(code), date);

/** The category with a code as it is on a date; undefined if there is none then. */
export const categoryOn = (org: Organisation, code: string, date: LocalDate): Category | undefined =>
  versionOn(org.categories.get(code), date);

/** The board with a code as it is on a date, or as it last was, or first will be: for what it is called, also when it is no more. */
export const boardNear = (org: Organisation, code: string, date: LocalDate): Board | undefined => versionNear(org.boards.get(code), date);

/** The category with a code, likewise. */
export const categoryNear = (org: Organisation, code: string, date: LocalDate): Category | undefined =>
  versionNear(org.categories.get(code), date);

export const externalBodyOn = (org: Organisation, code: string, date: LocalDate): ExternalBody | undefined =>
  versionOn(org.externalBodies.get(code), date);

export const signalOn = (org: Organisation, code: string, date: LocalDate): HandoverSignal | undefined =>
  versionOn(org.signals.get(code), date);

/** All boards of a date, in the order they were first told. */
export const boardsOn = (org: Organisation, date: LocalDate): readonly Board[] => allOn(org.boards, date);

export const categoriesOn = (org: Organisation, date: LocalDate): readonly Category[] => allOn(org.categories, date);

export const externalBodiesOn = (org: Organisation, date: LocalDate): readonly ExternalBody[] => allOn(org.externalBodies, date);

/**
 * The board that holds what nobody has routed yet, on a date: the front board, or whoever has succeeded it. One that is yet to begin stands in
 * for those before it, which the description no longer names.
 * @throws Error if the organisation has not been described, or has no such board: nothing can be received then
 */
export function frontBoardOn(org: Organisation, date: LocalDate): Board {
  const code = org.description?.frontBoard;
  const board = code === undefined ? undefined : (successorOn(org, code, date) ?? boardNear(org, code, date));
  if (board === undefined) throw new Error(`The organisation has no front board on ${date}.`);
  return board;
}

/** The holidays of a year in order of date; undefined if no calendar was published for it, which is not the same as none. */
export const holidaysIn = (org: Organisation, year: number): readonly Holiday[] | undefined => publishedFor(org, year)?.holidays;

/** What was published last for a year. */
export const publishedFor = ({ calendars }: Organisation, year: number): CalendarYear | undefined =>
  calendars.findLast((published) => published.year === year);

const allOn = <V extends Validity>(definitions: Definitions<V>, date: LocalDate): V[] =>
  [...definitions.values()].flat().filter((version) => isValidOn(version, date));

/** Whether the area of a board is one of secrecy, so that every case in it is secret (OSL chapters 23, 25, 26). */
export const isSecrecyArea = (org: Organisation, code: string, date: LocalDate): boolean =>
  boardOn(org, code, date)?.neutralInMail ?? false;
