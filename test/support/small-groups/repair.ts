import type { Riddle } from './riddle.js';

/** How much each of some numbers changes, by its place. */
export type Shift = ReadonlyMap<number, number>;

type Way = readonly [place: number, by: number];

/** A number has enough values after so many steps in one direction. */
export const mostSteps = 4;

/** So many ways are tried where there are several. */
const mostTries = 100;

/** Changes other hidden numbers until all sums hold again that the change of one has disturbed. Each number is changed once. */
export class Repair {
  private readonly shift = new Map<number, number>();
  private readonly off = new Map<number, number>();
  private tries = mostTries;

  constructor(
    private readonly riddle: Riddle,
    private readonly now: readonly number[],
    /** These are not changed to mend anything: what was changed on purpose would be changed back. */
    private readonly kept: readonly number[],
    /** Added to how much each way disturbs, so that another attempt goes another way. */
    private readonly whim: () => number,
  ) {}

  /** All changes, the first among them; undefined if none were found. */
  from(place: number, by: number): Shift | undefined {
    if (!this.isPossible(place, by)) return undefined;
    this.change(place, by);
    return this.repaired() ? this.withRests() : undefined;
  }

  /** The sum that can be mended in the fewest ways comes first, as it is the one that fails first. */
  private repaired(): boolean {
    const ways = this.fewestWays();
    if (!ways) return true;
    for (const [place, by] of this.leastDisturbing(ways)) {
      if (ways.length > 1 && (this.tries -= 1) < 0) return false;
      this.change(place, by);
      if (this.repaired()) return true;
      this.change(place, -by);
    }
    return false;
  }

  /** Those of the sum that has the fewest; undefined if all sums hold. */
  private fewestWays(): readonly Way[] | undefined {
    let fewest: readonly Way[] | undefined;
    for (const [sum, off] of this.off) {
      const missing = this.missing(sum, off);
      if (missing === 0) continue;
      const ways = this.waysToMend(sum, missing);
      if (!fewest || ways.length < fewest.length) fewest = ways;
      if (fewest.length === 0) break;
    }
    return fewest;
  }

  /** How much a sum is off that what it leaves over cannot take up. */
  private missing(sum: number, off: number): number {
    const rest = this.restOf(sum);
    if (!rest) return off;
    const [place, times] = rest;
    const left = (this.now[place] ?? 0) - off / times - (this.riddle.floor[place] ?? 0);
    return left < 0 ? -left * times : 0;
  }

  private restOf(sum: number): Way | undefined {
    const rest = this.riddle.restIn[sum];
    return rest && !this.shift.has(rest[0]) && !this.kept.includes(rest[0]) ? rest : undefined;
  }

  private waysToMend(sum: number, missing: number): Way[] {
    const ways: Way[] = [];
    const rest = this.restOf(sum);
    for (const [place, times] of this.riddle.sums[sum]?.of ?? []) {
      const by = -missing / times;
      if (place !== rest?.[0] && !this.shift.has(place) && !this.kept.includes(place) && this.isPossible(place, by)) ways.push([place, by]);
    }
    return ways;
  }

  private isPossible(place: number, by: number): boolean {
    const { isHidden, floor } = this.riddle;
    return isHidden[place] === true && (this.now[place] ?? 0) + by >= (floor[place] ?? 0);
  }

  /** Those first that leave the fewest sums disturbed, and of them those that can go on longest. */
  private leastDisturbing(ways: readonly Way[]): readonly Way[] {
    if (ways.length < 2) return ways;
    return ways
      .map((way) => ({ way, disturbed: this.disturbed(way) + this.whim(), room: this.room(way) }))
      .sort((one, other) => one.disturbed - other.disturbed || other.room - one.room)
      .map(({ way }) => way);
  }

  private disturbed([place, by]: Way): number {
    let disturbed = 0;
    for (const { sum, times } of this.riddle.sumsOf[place] ?? []) {
      const off = this.off.get(sum) ?? 0;
      if (this.missing(sum, off + times * by) !== 0) disturbed += 1;
      if (this.missing(sum, off) !== 0) disturbed -= 1;
    }
    return disturbed;
  }

  private room([place, by]: Way): number {
    if (by > 0) return mostSteps;
    return Math.min(mostSteps, Math.floor(((this.now[place] ?? 0) - (this.riddle.floor[place] ?? 0)) / -by));
  }

  private change(place: number, by: number): void {
    const was = this.shift.get(place) ?? 0;
    if (was + by === 0) this.shift.delete(place);
    else this.shift.set(place, was + by);
    for (const { sum, times } of this.riddle.sumsOf[place] ?? []) {
      const off = (this.off.get(sum) ?? 0) + times * by;
      if (off === 0) this.off.delete(sum);
      else this.off.set(sum, off);
    }
  }

  private withRests(): Shift {
    const rests = [...this.off].flatMap(([sum, off]) => {
      const rest = this.restOf(sum);
      return rest ? [[rest[0], -off / rest[1]] as const] : [];
    });
    return new Map([...this.shift, ...rests]);
  }
}
