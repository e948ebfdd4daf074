import type { LocalDate } from '#promises';

/** From its first day to its last, both inclusive; null is open: always been so, or until further notice. */
export interface Validity {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

export const isValidOn = (validity: Validity, date: LocalDate): boolean =>
  (validity.validFrom === null || validity.validFrom <= date) && (validity.validTo === null || date <= validity.validTo);

/** The version in force on a date. Two never are: reading the organisation folder refuses an overlap. */
export const versionOn = <V extends Validity>(versions: readonly V[] | undefined, date: LocalDate): V | undefined =>
  versions?.find((version) => isValidOn(version, date));

/** The version of a date, or the last before it, or the first after: for what a thing is called, also when it is no more. */
export function versionNear<V extends Validity>(versions: readonly V[] | undefined, date: LocalDate): V | undefined {
  const begun = versions?.findLast(({ validFrom }) => validFrom === null || validFrom <= date);
  return versionOn(versions, date) ?? begun ?? versions?.[0];
}
