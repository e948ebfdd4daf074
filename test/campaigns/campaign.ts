/**
 * A test that takes too long for every run: a row of turns. A turn is made from the seed and its number alone, so that a campaign can be
 * interrupted and taken up again, and what one turn found can be shown again by itself.
 */
export interface Campaign {
  /** How many turns there are if nothing else is asked for. */
  readonly turns: number;
  /** Makes what all turns need. */
  begin(seed: number): Begun | Promise<Begun>;
}

export interface Begun {
  take(turn: number): Finding | Promise<Finding>;
  end?(): Promise<void>;
}

export interface Finding {
  /** By name; the highest of all turns is reported, with its turn. */
  readonly figures: Readonly<Record<string, number>>;
  /** What should not be so. */
  readonly wrong?: string;
}
