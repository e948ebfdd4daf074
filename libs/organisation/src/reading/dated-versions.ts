import { dayAfter } from '#promises';
import type { Validity } from '../facts/dated.js';
import type { Versions } from '../organisation-event.js';
import type { Placed } from './read-file.js';

type Dated = Validity & { readonly code: string };

/**
 * The versions of each thing of a file, oldest first. Complains where two versions of one thing hold at the same time, or where a day
 * between them has none: what is to end for a while gets another code, so that nothing is ever looked up and not found by mistake.
 */
export function datedVersions<V extends Dated>(placed: readonly Placed<V>[]): Versions<V>[] {
  const codes = [...new Set(placed.map(({ entry }) => entry.code))];
  return codes.map((code) => {
    const ordered = placed
      .filter(({ entry }) => entry.code === code)
      .sort((one, other) => (one.entry.validFrom ?? '').localeCompare(other.entry.validFrom ?? ''));
    ordered.forEach((version, index) => {
      complainOfItself(version);
      const earlier = ordered[index - 1];
      if (earlier !== undefined) complainOfSuccession(earlier.entry, version);
    });
    return { code, versions: ordered.map(({ entry }) => entry) };
  });
}

function complainOfItself({ entry: { validFrom, validTo }, complain }: Placed<Dated>): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom) complain('ends before it begins', 'validTo');
}

function complainOfSuccession(earlier: Dated, { entry: later, complain }: Placed<Dated>): void {
  const due = earlier.validTo === null ? null : dayAfter(earlier.validTo);
  if (earlier.validFrom === later.validFrom && earlier.validTo === later.validTo) complain(`the code ${later.code} is used twice`, 'code');
  else if (due === null || later.validFrom === null || later.validFrom < due)
    complain(`overlaps the version of ${later.code} before it, which is valid to ${earlier.validTo ?? 'further notice'}`, 'validFrom');
  else if (later.validFrom > due)
    complain(`leaves a gap: no version of ${later.code} holds from ${due} until this one begins`, 'validFrom');
}
