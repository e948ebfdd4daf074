import { digestGroups, type DigestGroup, type DigestLine, type DigestValues } from '#notices';
import { workingDaysBetween, type LocalDate, type WorkingCalendar } from '#promises';
import type { CaseFile } from './case-files.js';
import type { Observed } from './observed.js';

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
}

/** More lines than this nobody reads in a mail; they are counted, and stand in the list. */
const linesAtMost = 30;

/** What one person is told: of each promise the last that was observed of it, the earliest due date first. */
export function digestValues(observed: readonly Observed[], around: Circumstances): DigestValues {
  const last = [...new Map(observed.map((one) => [one.promise, one])).values()].sort(byDueDate);
  const lines = (group: DigestGroup) => {
    const all = last.filter((one) => groupOf(one) === group).flatMap((one) => lineOf(one, around));
    return { lines: all.slice(0, linesAtMost), more: Math.max(all.length - linesAtMost, 0) };
  };
  const there = new Set(last.map(groupOf));
  const groups = Object.fromEntries(digestGroups.filter((group) => there.has(group)).map((group) => [group, lines(group)]));
  const { organisation, day, links } = around;
  return { organisation, day, list: links.list, groups };
}

function groupOf({ kind, to }: Observed): DigestGroup {
  switch (kind) {
    case 'undelivered':
    case 'unreplied':
    case 'offered':
      return kind;
    case 'reminder':
      return 'soon';
    case 'escalation':
      return to === 'officer' ? 'late' : 'above';
  }
}

function lineOf({ caseId, kind, what, due: observed }: Observed, { day, files, calendar, links }: Circumstances): readonly DigestLine[] {
  const state = files.get(caseId)?.state;
  if (!state || state.status === 'not-received') return [];
  const { reference, officer, answerDue } = state.known;
  const due = kind === 'offered' ? (answerDue ?? day) : observed;
  const workingDays = day > due ? workingDaysBetween(due, day, calendar) : workingDaysBetween(day, due, calendar);
  return [
    {
      reference,
      link: links.case(caseId),
      what,
      due,
      ...(workingDays !== undefined && { workingDays }),
      unassigned: officer === undefined,
    },
  ];
}

const byDueDate = (one: Observed, other: Observed): number => (one.due === other.due ? 0 : one.due < other.due ? -1 : 1);
