import { isDeepStrictEqual } from 'node:util';
import type { CaseFacts } from '#cases';
import type { Recorded } from '#event-log';
import type { CalendarYear, Policy } from '#organisation';
import type { PolicyPromise, PutRight, Term } from '#promises';

/** What the last of these events of one stream puts right of what the earlier ones said. A new version of a policy, or a further year, puts nothing right. */
export function putRight(history: readonly Recorded[]): readonly PutRight[] {
  const last = history.at(-1);
  if (!last) return [];
  switch (last.type) {
    case 'ReceiptDateCorrected': {
      const { from, to } = last.data as CaseFacts['ReceiptDateCorrected'];
      return [{ cause: 'receipt-date', from, to }];
    }
    case 'CalendarPublished':
      return isToldOtherwise(history.map(({ data }) => data as CalendarYear)) ? [{ cause: 'calendar' }] : [];
    case 'PolicyPublished':
      return correctedVersions(history.map(({ data }) => (data as { versions: readonly Policy[] }).versions));
    default:
      return [];
  }
}

function isToldOtherwise(years: readonly CalendarYear[]): boolean {
  const now = years.at(-1);
  const before = years.slice(0, -1).findLast(({ year }) => year === now?.year);
  return before !== undefined && !isDeepStrictEqual(before.holidays, now?.holidays);
}

function correctedVersions(publications: readonly (readonly Policy[])[]): readonly PutRight[] {
  const [now = [], before = []] = [publications.at(-1), publications.at(-2)];
  return now.flatMap((policy) => {
    const was = before.find(({ version }) => version === policy.version);
    return was ? corrected(was, policy) : [];
  });
}

/** The length of a term can be put right; the day it is counted from belongs to each case. */
function corrected(was: Policy, { code, version, acknowledge, answer, secondStage }: Policy): readonly PutRight[] {
  const terms = {
    ...changed('acknowledgement', was.acknowledge, acknowledge),
    ...changed('answer', was.answer, answer),
    ...changed('review-acknowledgement', was.secondStage?.acknowledge ?? null, secondStage?.acknowledge ?? null),
    ...changed('review', was.secondStage?.answer ?? null, secondStage?.answer ?? null),
  };
  return Object.keys(terms).length === 0 ? [] : [{ cause: 'policy', policy: code, policyVersion: version, terms }];
}

const changed = (what: PolicyPromise, was: Term | null, now: Term | null): Readonly<Record<string, Term>> =>
  now === null || (was !== null && isDeepStrictEqual(lengthOf(was), lengthOf(now))) ? {} : { [what]: lengthOf(now) };

const lengthOf = ({ unit, count, roll }: Term): Term => ({ unit, count, roll });
