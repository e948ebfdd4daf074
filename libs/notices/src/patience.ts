/** How long a notice is tried, in milliseconds. */
export interface Patience {
  /** The pause after the first attempt; each later one is twice as long. */
  readonly first: number;
  /** The longest pause. */
  readonly most: number;
  /** When it is given up, counted from the request, or from when it was held back no more. */
  readonly giveUpAfter: number;
  /** After so many attempts that the relay broke off at the end, each of which may have arrived, it is given up. */
  readonly brokenOffAtMost: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** As RFC 5321, 4.5.4.1 advises: four to five days. */
export const usualPatience: Patience = { first: minute, most: 4 * hour, giveUpAfter: 96 * hour, brokenOffAtMost: 3 };

/** How long to wait after the n-th attempt; the first is 1. */
export const pauseAfter = (attempt: number, { first, most }: Patience): number => Math.min(first * 2 ** (attempt - 1), most);
