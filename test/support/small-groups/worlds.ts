import { Chance } from '../chance.js';
import { mostSteps, Repair, type Shift } from './repair.js';
import type { Riddle } from './riddle.js';
import { worldsByValue } from './solve.js';

/** So often another way is tried to change a number that is to be proven free. */
const attempts = 30;

/** After so many that have too few values at first sight, and so many at the second, nobody needs to know about the others. */
const mostDoubted = 300;
const givenUp = 10;

/**
 * Other worlds that look the same: whole numbers, none too small, with which everything told is as it is and everything adds up. They are
 * found one step from another: a hidden number is changed by one, then others, until all sums hold again. That a number takes a value in
 * such a world proves that it can; that none was found so proves nothing, and the few numbers that are left are solved.
 */
export class Worlds {
  /** Of each asked number, the values that it took. */
  readonly values: readonly Set<number>[];
  private readonly chance = new Chance(1);
  private readonly askedOf: readonly (readonly number[])[];
  private now: number[] = [];
  private value: number[] = [];

  constructor(private readonly riddle: Riddle) {
    this.begin();
    this.values = this.value.map((value) => new Set([value]));
    const askedOf = this.now.map((): number[] => []);
    riddle.asked.forEach(({ of }, at) => of.forEach((place) => askedOf[place]?.push(at)));
    this.askedOf = askedOf;
  }

  /** Seeks worlds until each hidden number took so many values, or no other is found. */
  seek(enough: number): void {
    const isShort = (at: number): boolean => (this.values[at]?.size ?? 0) < enough;
    const doubtful: number[] = [];
    for (const at of this.value.keys()) {
      if (!isShort(at) || doubtful.length > mostDoubted) continue;
      this.walk(at, isShort, 1);
      if (isShort(at)) doubtful.push(at);
    }
    let given = 0;
    for (const at of doubtful) {
      if (!isShort(at) || given >= givenUp) continue;
      this.begin();
      this.walk(at, isShort, attempts);
      if (isShort(at)) given += 1;
    }
    this.solve(doubtful, isShort);
  }

  /** Each world that is solved for one number shows values of others, too. */
  private solve(doubtful: readonly number[], isShort: (at: number) => boolean): void {
    let exposed = 0;
    for (const at of doubtful) {
      if (!isShort(at) || exposed >= givenUp) continue;
      for (const shift of worldsByValue(this.riddle, at)) {
        this.begin();
        this.check(shift);
        if (!this.isRoomFor(shift)) throw new Error('this leads to a world with less than nothing');
        this.go(shift);
        if (!isShort(at)) break;
      }
      if (isShort(at)) exposed += 1;
    }
  }

  /** From the world that is so. */
  private begin(): void {
    this.now = [...this.riddle.truth];
    this.value = this.riddle.asked.map(({ of }) => of.reduce((sum, place) => sum + (this.now[place] ?? 0), 0));
  }

  private walk(at: number, isShort: (at: number) => boolean, most: number): void {
    const of = this.riddle.asked[at]?.of ?? [];
    for (const place of of)
      for (const direction of [1, -1])
        for (let steps = 0; steps < 2 * mostSteps && isShort(at); steps += 1) {
          const shift = this.step(place, direction, of, most);
          if (!shift) break;
          this.check(shift);
          for (let times = 0; times < mostSteps && this.isRoomFor(shift); times += 1) this.go(shift);
        }
  }

  private step(place: number, direction: number, kept: readonly number[], most: number): Shift | undefined {
    for (let attempt = 0; attempt < most; attempt += 1) {
      const whim = (): number => (attempt === 0 ? 0 : 2 * this.chance.next());
      const shift = new Repair(this.riddle, this.now, kept, whim).from(place, direction);
      if (shift) return shift;
    }
    return undefined;
  }

  private isRoomFor(shift: Shift): boolean {
    for (const [place, by] of shift) if ((this.now[place] ?? 0) + by < (this.riddle.floor[place] ?? 0)) return false;
    return true;
  }

  private go(shift: Shift): void {
    const touched = new Set<number>();
    for (const [place, by] of shift) {
      this.now[place] = (this.now[place] ?? 0) + by;
      for (const at of this.askedOf[place] ?? []) {
        this.value[at] = (this.value[at] ?? 0) + by;
        touched.add(at);
      }
    }
    for (const at of touched) this.values[at]?.add(this.value[at] ?? 0);
  }

  /** Nothing is taken on trust of how a shift was found: it moves nothing that is told, and leaves every sum as it is. */
  private check(shift: Shift): void {
    const { isHidden, sumsOf } = this.riddle;
    const totals = new Map<number, number>();
    for (const [place, by] of shift) {
      if (isHidden[place] !== true || !Number.isInteger(by)) throw new Error('this leads to no world that looks the same');
      for (const { sum, times } of sumsOf[place] ?? []) totals.set(sum, (totals.get(sum) ?? 0) + times * by);
    }
    for (const total of totals.values()) if (total !== 0) throw new Error('this leads to no world that adds up');
  }
}
