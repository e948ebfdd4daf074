import type { ReceivedCase } from '#cases';
import { digestGroups, type DigestGroup, type DigestLine, type DigestLines, type DigestValues } from '#notices';
import { workingDaysBetween, type LocalDate, type WorkingCalendar } from '#promises';
import { asksOf } from './asks.js';
import type { CaseFile } from './case-files.js';
import { hasOfficer } from './has-officer.js';
import type { Observed } from './observed.js';
import type { Staff } from './staff.js';

/** Where a person of the staff reads on, after signing in. */
export interface StaffLinks {
  readonly list: string;
  readonly case: (caseId: string) => string;
}

interface Circumstances {
  readonly day: LocalDate;
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly calendar: WorkingCalendar;
  readonly organisation: string;
  readonly links: StaffLinks;
  readonly staff: Staff;
}

/** More lines than this nobody reads in a mail; they are counted, and stand in the list. */
const linesAtMost = 30;

/**
 * What one person is told: of each promise the last that was observed of it, the earliest due date first, by what they may do about it. Undefined if
 * nothing is left that is theirs to do.
 */
export function digestValues(personId: string, observed: readonly Observed[], around: Circumstances): DigestValues | undefined {
  const last = [...new Map(observed.map((one) => [one.promise, one])).values()].sort(byDueDate);
  const all = last.flatMap((one) => theirs(personId, one, around));
  if (all.length === 0) return undefined;
  const there = digestGroups.filter((group) => all.some((one) => one.group === group));
  const groups = Object.fromEntries(there.map((group) => [group, listed(all.filter((one) => one.group === group))]));
  const { organisation, day, links } = around;
  return { organisation, day, list: links.list, groups };
}

interface Theirs {
  readonly group: DigestGroup;
  /** What is offered and due soon is one thing to do, and stands there once. */
  readonly thing: string;
  readonly line: DigestLine;
}

/** Of what several can do in different ways, what this person can do first; nothing of a case that can not be read now. */
function theirs(personId: string, observed: Observed, around: Circumstances): readonly Theirs[] {
  const { files, staff } = around;
  const state = files.get(observed.caseId)?.state;
  if (!state || state.status === 'not-received') return [];
  const ask = asksOf(observed, state, staff).find(({ action }) => staff.whoMay(action, state).some((one) => one.personId === personId));
  if (!ask) return [];
  const thing = ask.group === 'offered' ? observed.caseId : observed.promise;
  return [{ group: ask.group, thing, line: lineOf(observed, state, around) }];
}

function listed(all: readonly Theirs[]): DigestLines {
  const lines = [...new Map(all.map(({ thing, line }) => [thing, line])).values()];
  return { lines: lines.slice(0, linesAtMost), more: Math.max(lines.length - linesAtMost, 0) };
}

function lineOf({ caseId, kind, what, due: observed }: Observed, state: ReceivedCase, around: Circumstances): DigestLine {
  const { day, calendar, links, staff } = around;
  const { reference, answerDue } = state.known;
  const due = kind === 'offered' ? (answerDue ?? day) : observed;
  const workingDays = day > due ? workingDaysBetween(due, day, calendar) : workingDaysBetween(day, due, calendar);
  return {
    reference,
    link: links.case(caseId),
    what,
    due,
    ...(workingDays !== undefined && { workingDays }),
    unassigned: !hasOfficer(state, staff),
  };
}

const byDueDate = (one: Observed, other: Observed): number => (one.due === other.due ? 0 : one.due < other.due ? -1 : 1);
