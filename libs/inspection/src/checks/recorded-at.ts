import type { Check, Met } from '../check.js';
import type { Place } from '../findings.js';

/** A step of a clock up to this is one that was put right, in milliseconds; the program itself trusts dates as far. */
const tolerated = 2 * 60 * 60 * 1000;

interface Step {
  readonly at: Place;
  readonly what: string;
}

/** So many steps are remembered: nobody needs to see more of a clock that was wrong. */
const mostSteps = 100;

/**
 * Within a stream the time of recording never goes back, whatever a clock did. From one stream to another it may, by as much as clocks are put
 * right; by more only if a person has confirmed the clock since.
 */
export function recordedAtCheck(): Check {
  let newest: { readonly at: number; readonly met: Met } | undefined;
  /** What a person has said to be in the past whatever its date, or what was told already. */
  let settled = Number.NEGATIVE_INFINITY;
  let steps: Step[] = [];

  const follow = (met: Met, at: number): void => {
    if (newest === undefined || at >= newest.at) newest = { at, met };
    else if (newest.at > settled && newest.at - at > tolerated) {
      if (steps.length < mostSteps) steps.push({ at: met.stored, what: behind(met, newest.met) });
      settled = newest.at;
    }
    if (met.stored.type !== 'ClockConfirmed') return;
    settled = newest.at;
    steps = [];
  };

  return {
    kind: 'recorded-at',
    meet(met) {
      const { metadata, before, stored } = met;
      if (!metadata) return undefined;
      const { recordedAt } = metadata;
      const at = Date.parse(recordedAt);
      // A log gets its name by the clock of the machine, also one that an evaluation then fills with the year before.
      if (Number.isFinite(at) && stored.type !== 'LogIdentified') follow(met, at);
      if (!before || recordedAt >= before.recordedAt) return undefined;
      return `was recorded at ${recordedAt}, before what stands before it in its stream (${before.recordedAt})`;
    },
    end: () => steps,
  };
}

const behind = ({ metadata }: Met, newest: Met): string =>
  `was recorded at ${metadata?.recordedAt}, hours before ${newest.stored.stream}@${newest.stored.revision} (${newest.metadata?.recordedAt}), ` +
  `which stands before it; nobody has confirmed the clock since`;
