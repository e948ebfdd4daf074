import * as highs from 'highs';
import type { Shift } from './repair.js';
import type { Equation, Riddle } from './riddle.js';

// The package declares itself as it is when it is required; imported, its loader is the default itself.
const loadSolver = highs.default as unknown as typeof highs.default.default;
const solver = await loadSolver();

/**
 * Worlds in which a hidden number has the least value that it can have, then the next, and so on: what it is changed by, and all that is changed
 * with it. Solved as a program in whole numbers, so that where they end there are no more.
 * @param at the place of the number among those that are asked
 */
export function* worldsByValue(riddle: Riddle, at: number): Generator<Shift> {
  const of = (riddle.asked[at]?.of ?? []).filter((place) => riddle.isHidden[place]);
  const connected = connectedTo(of, riddle);
  let least = sumOf(of, (place) => riddle.floor[place] ?? 0);
  for (;;) {
    const world = leastWorld(riddle, connected, of, least);
    if (!world) return;
    yield new Map([...world].map(([place, is]) => [place, is - (riddle.truth[place] ?? 0)] as const).filter(([, by]) => by !== 0));
    least = sumOf(of, (place) => world.get(place) ?? 0) + 1;
  }
}

interface Connected {
  readonly places: ReadonlySet<number>;
  readonly sums: readonly Equation[];
}

/** The hidden numbers that can have to change when some do. */
function connectedTo(of: readonly number[], { sums, sumsOf }: Riddle): Connected {
  const places = new Set(of);
  const touched = new Set<Equation>();
  // A set that grows while it is gone through is gone through to its end.
  for (const place of places)
    for (const { sum } of sumsOf[place] ?? []) {
      const equation = sums[sum];
      if (!equation || touched.has(equation)) continue;
      touched.add(equation);
      equation.of.forEach(([other]) => places.add(other));
    }
  return { places, sums: [...touched] };
}

/** The world in which some numbers together are least, but not less than so much; undefined if there is none. */
function leastWorld(
  riddle: Riddle,
  { places, sums }: Connected,
  of: readonly number[],
  least: number,
): ReadonlyMap<number, number> | undefined {
  const truth = (place: number): number => riddle.truth[place] ?? 0;
  const together = written(of.map((place) => [place, 1] as const));
  const program = [
    'Minimize',
    together,
    'Subject To',
    ...[...sums].map((sum) => `${written(sum.of)} = ${sum.of.reduce((total, [place, times]) => total + times * truth(place), 0)}`),
    `${together} >= ${least}`,
    'Bounds',
    ...[...places].map((place) => `x${place} >= ${riddle.floor[place] ?? 0}`),
    'General',
    ...[...places].map((place) => `x${place}`),
    'End',
  ].join('\n');
  const { Status: status, Columns: columns } = solver.solve(program, { output_flag: false });
  if (status === 'Infeasible') return undefined;
  if (status !== 'Optimal') throw new Error(`not solved: ${status}`);
  return new Map([...places].map((place) => [place, Math.round((columns[`x${place}`] as { Primal: number }).Primal)]));
}

/** A sum as the solver reads it: each number once, and no line too long. */
function written(of: Equation['of']): string {
  const times = new Map<number, number>();
  for (const [place, by] of of) times.set(place, (times.get(place) ?? 0) + by);
  return [...times].map(([place, by]) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} x${place}`).join('\n');
}

const sumOf = (places: readonly number[], value: (place: number) => number): number =>
  places.reduce((total, place) => total + value(place), 0);
