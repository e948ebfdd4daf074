import type { LocalDate } from '#promises';
import type { ComplaintLaw } from './facts/category.js';
import { isValidOn } from './facts/dated.js';
import type { Policy, SubmissionKind } from './facts/policy.js';
import type { Organisation } from './organisation.js';

/** What a policy is asked for. In triage neither administration nor subject is known yet, and the organisation's own policy speaks. */
export interface PolicyQuestion {
  readonly kind: SubmissionKind;
  readonly administrationCode: string | null;
  /** The complaint procedure that the law prescribes for the subject; null where it prescribes none. */
  readonly complaintLaw: ComplaintLaw | null;
}

type Scope = Pick<Policy, 'kinds' | 'administrationCode' | 'complaintLaws'>;

/**
 * The policy in force on a date: that of a complaint procedure before the administration's, the administration's own before the organisation's,
 * and of two as close one that names the kind before one that does not.
 */
export const policyOn = (org: Organisation, question: PolicyQuestion, date: LocalDate): Policy | undefined =>
  [...org.policies.values()]
    .flat()
    .filter((policy) => isValidOn(policy, date) && speaksFor(policy, question))
    .sort((one, other) => closeness(other) - closeness(one))[0];

/** Whether a policy says anything of what is asked; a closer one may go before it. */
export const speaksFor = (
  { kinds, administrationCode, complaintLaws }: Scope,
  { kind, administrationCode: asked, complaintLaw }: PolicyQuestion,
): boolean =>
  (kinds.length === 0 || kinds.includes(kind)) &&
  (administrationCode === null || administrationCode === asked) &&
  (complaintLaws.length === 0 || (complaintLaw !== null && complaintLaws.includes(complaintLaw)));

/** Whether two policies are as close to somebody as each other, so that nothing tells which of them speaks. */
export const areRivals = (one: Scope, other: Scope): boolean =>
  one.administrationCode === other.administrationCode && share(one.kinds, other.kinds) && share(one.complaintLaws, other.complaintLaws);

const closeness = ({ kinds, administrationCode, complaintLaws }: Scope): number =>
  (complaintLaws.length === 0 ? 0 : 4) + (administrationCode === null ? 0 : 2) + (kinds.length === 0 ? 0 : 1);

/** Whether two lists, each of which stands for all if it is empty, are as narrow as each other and have something in common. */
const share = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === 0 ? other.length === 0 : one.some((value) => other.includes(value));
