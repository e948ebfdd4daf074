import { createHash } from 'node:crypto';

/** Chance that is the same each time for the same seed. */
export class Dice {
  private state: number;

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32BE();
  }

  /** From 0 up to, not including, 1. (mulberry32, Tommy Ettinger, public domain) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from the first to the last. */
  between(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @throws Error if there is nothing to pick from */
  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[Math.floor(this.next() * things.length)];
    if (thing === undefined) throw new Error('there is nothing to pick from');
    return thing;
  }

  /** One thing, each as likely as its weight. */
  weighted<Thing>(things: readonly (readonly [Thing, number])[]): Thing {
    let left = this.next() * things.reduce((sum, [, weight]) => sum + weight, 0);
    const found = things.find(([, weight]) => (left -= weight) < 0) ?? things.at(-1);
    if (!found) throw new Error('there is nothing to pick from');
    return found[0];
  }

  /** So many things in these shares, exactly as far as whole numbers go, in no order. */
  shares<Thing>(count: number, things: readonly (readonly [Thing, number])[]): Thing[] {
    const total = things.reduce((sum, [, weight]) => sum + weight, 0);
    let [reached, given] = [0, 0];
    const dealt = things.flatMap(([thing, weight]) => {
      reached += (weight / total) * count;
      const some = Math.round(reached) - given;
      given += some;
      return Array.from({ length: some }, () => thing);
    });
    return this.shuffle(dealt);
  }

  /** In another order; the list itself is changed. */
  shuffle<Thing>(things: Thing[]): Thing[] {
    for (let last = things.length - 1; last > 0; last--) {
      const other = this.between(0, last);
      [things[last], things[other]] = [things[other] as Thing, things[last] as Thing];
    }
    return things;
  }
}
