import { figures } from '../figures.js';
import type { Figure, Weight } from '../figure.js';

/** The figures that tables tell. The earliest of many dates is always one person's, so it is not among them. */
export const toldFigures: readonly { readonly figure: Figure; readonly place: number }[] = figures.flatMap((figure, place) =>
  figure.unit === 'date' ? [] : [{ figure, place }],
);

/**
 * A figure divides the cases of a group: those that add to its value, those that it counts and that do not, and those that it leaves out.
 * Who knows two of the three and the size of the group knows the third, so they are hidden together.
 */
export const divisions = 3;
export type Division = 0 | 1 | 2;
const [adding, other, leftOut] = [0, 1, 2] as const;

/** In which divisions of a figure a case is: one, or two where it has several delay notices or actions. */
export function divisionsOf({ unit }: Figure, weight: Weight): readonly (Division | undefined)[] {
  if (weight === undefined) return [leftOut];
  if (typeof weight !== 'object') return [adding];
  const isOther = unit === 'share' ? weight.value < weight.of : weight.value === 0;
  return [weight.value > 0 ? adding : undefined, isOther ? other : undefined];
}

/** All cases are received, so that figure has no other division. What `leftOut` is empty for in the whole organisation, it is for everybody. */
export function divisionsIn({ name, unit }: Figure, isLeftOut: boolean): readonly Division[] {
  if (name === 'received') return [0];
  const counted: readonly Division[] = unit === 'working-days' ? [0] : [0, 1];
  return isLeftOut ? [...counted, 2] : counted;
}

/** Whether `n` is the size of the group, or that less those that are left out; otherwise it counts something else than cases. */
export const countsCases = ({ name }: Figure): boolean => name !== 'delay-notices-in-time' && name !== 'actions-done';
