import { judge, type LocalDate, type Verdict } from '#promises';
import type { CaseFile } from './case-files.js';
import type { Addressed, DigestsAddressed } from './digests-addressed.js';
import type { Observed } from './observed.js';
import { recipients } from './recipients.js';
import type { Staff } from './staff.js';

/** What somebody is still to be told of, and who of several has been told already. */
export interface Open extends Observed {
  readonly told: readonly string[];
  /** It is recorded that there was nobody to be told. */
  readonly unreached: boolean;
}

interface Circumstances {
  readonly day: LocalDate;
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly staff: Staff;
}

/** One append holds only so much; what is left over is told on the next working day. */
const tellsAtMost = 15_000;
/** Of one person, of what reaches nobody, and of what is over; the rest has its turn on the next working day. */
const listedAtMost = 2_000;

/** Decides who is told what on a day; nothing if that would say nothing new. */
export function address(open: readonly Open[], around: Circumstances): readonly DigestsAddressed[] {
  const tells = new Map<string, string[]>();
  const unreached: string[] = [];
  const over: string[] = [];
  let count = 0;
  for (const one of open) {
    const people = peopleFor(one, around);
    if (people === 'over') add(over, one.id);
    else if (people === 'nobody') add(unreached, ...(one.unreached ? [] : [one.id]));
    else if ((count += people.length) > tellsAtMost) break;
    else for (const person of people) tells.set(person, add(tells.get(person) ?? [], one.id));
  }
  if (tells.size + unreached.length + over.length === 0) return [];
  return [{ type: 'DigestsAddressed', data: { day: around.day, digests: [...tells].map(addressedTo), unreached, over } }];
}

/** Who is to be told of it today. No one while its case cannot be read. */
function peopleFor(one: Open, { day, files, staff }: Circumstances): readonly string[] | 'over' | 'nobody' {
  const file = files.get(one.caseId);
  if (!file || file.state.status === 'not-received') return [];
  if (!isWanted(one, file, day)) return 'over';
  const people = recipients(one, file.state, staff).filter((person) => !one.told.includes(person));
  if (people.length > 0) return people;
  return one.told.length > 0 ? 'over' : 'nobody';
}

function add(list: string[], ...ids: string[]): string[] {
  if (list.length < listedAtMost) list.push(...ids);
  return list;
}

const addressedTo = ([personId, tells]: [string, readonly string[]]): Addressed => ({ personId, tells });

const isOwed = (verdict: Verdict): boolean => verdict.state === 'missed' && verdict.deliveredOn === undefined;

/** Not what was done meanwhile, nor a date that is no more the one that stands. */
function isWanted({ kind, promise: id, due }: Observed, { state, ledger }: CaseFile, day: LocalDate): boolean {
  if (kind === 'offered') return state.status === 'in-transfer';
  const promise = ledger.find((one) => one.id === id);
  if (!promise || (promise.release && !promise.release.lifted)) return false;
  const verdict = judge(promise, day);
  if (kind === 'undelivered') return verdict.state === 'open' || isOwed(verdict);
  if (verdict.due !== due) return false;
  return kind === 'reminder' ? verdict.state === 'open' : isOwed(verdict);
}
