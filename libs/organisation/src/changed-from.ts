import { isDeepStrictEqual } from 'node:util';
import { dayAfter, firstDayOfAll, type LocalDate } from '#promises';
import { versionOn, type Validity } from './facts/dated.js';

/** The first day on which something else holds than was told before; undefined if there is none. What has always held, holds from the first day of all. */
export function changedFrom(before: readonly Validity[], after: readonly Validity[]): LocalDate | undefined {
  const turns = [...before, ...after].flatMap(({ validFrom, validTo }) => [
    validFrom ?? firstDayOfAll,
    ...(validTo === null ? [] : [dayAfter(validTo)]),
  ]);
  return turns.sort().find((day) => !isDeepStrictEqual(saidOn(before, day), saidOn(after, day)));
}

/** What holds on a day, whenever it began and ends. */
function saidOn(versions: readonly Validity[], day: LocalDate): object | undefined {
  const version = versionOn(versions, day);
  return version && { ...version, validFrom: null, validTo: null };
}
