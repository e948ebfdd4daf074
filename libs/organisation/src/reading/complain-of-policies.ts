import type { Policy, SecondStage } from '../facts/policy.js';
import type { Validity } from '../facts/dated.js';
import { areRivals } from '../policy-on.js';
import type { Placed } from './read-file.js';

type PlacedPolicy = Placed<Policy>;
type Terms = Pick<SecondStage, 'acknowledge' | 'extensions'> & Pick<Policy, 'answer'>;

/** Complains of what each policy says well, and yet cannot be kept or told apart: a promise must be one date, by one version, for everybody. */
export function complainOfPolicies(policies: readonly PlacedPolicy[]): void {
  policies.forEach((policy, index) => {
    const { entry, complain } = policy;
    if (entry.acknowledge === null && entry.answer === null) complain('promises nothing', 'answer');
    complainOfTerms(entry, complain);
    if (entry.secondStage !== null)
      complainOfTerms(entry.secondStage, (reason, field) => complain(`${field ?? ''} ${reason}`, 'secondStage'));
    if (!isOrdered(entry.reminders, (one, next) => one > next)) complain('must go from the earliest reminder to the last', 'reminders');
    if (!isOrdered(entry.escalations, (one, next) => one < next)) complain('must go from the first told to the last', 'escalations');
    if (entry.escalations.length > 3) complain('end with the head of administration: three at most', 'escalations');
    complainOfRivals(policy, policies.slice(0, index));
  });
}

function complainOfTerms({ acknowledge, answer, extensions }: Terms, complain: PlacedPolicy['complain']): void {
  if (acknowledge?.from === 'acknowledged') complain('cannot be counted from itself', 'acknowledge');
  if (answer?.from === 'acknowledged' && acknowledge === null)
    complain('is counted from an acknowledgement that is not promised', 'answer');
  if (extensions !== null && answer === null) complain('there is no answer to extend', 'extensions');
}

/** Two versions with one number, or two policies that speak for the same people on the same day. */
function complainOfRivals({ entry, complain }: PlacedPolicy, earlier: readonly PlacedPolicy[]): void {
  for (const { entry: other } of earlier) {
    if (other.code === entry.code) {
      if (other.version === entry.version) complain(`two versions of ${entry.code} have the number ${entry.version}`, 'version');
    } else if (areRivals(entry, other) && areBothValid(entry, other))
      complain(`${other.code} speaks for the same submissions at the same time`, 'kinds');
  }
}

const areBothValid = (one: Validity, other: Validity): boolean => beginsBeforeEnd(one, other) && beginsBeforeEnd(other, one);

const beginsBeforeEnd = ({ validFrom }: Validity, { validTo }: Validity): boolean =>
  validFrom === null || validTo === null || validFrom <= validTo;

const isOrdered = (list: readonly number[], before: (one: number, next: number) => boolean): boolean =>
  list.every((value, index) => index === 0 || before(list[index - 1] ?? value, value));
