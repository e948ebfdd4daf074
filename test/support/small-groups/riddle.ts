import type { Organisation } from '#organisation';
import type { TableGroup } from '#views';
import { divisionsOf, limitsOf, termsOf, wholesOf, type Limit, type Sum, type Term } from './add-up.js';

/** What is known of some tables to whoever wants to know what they hide. */
export interface Knowledge {
  readonly groups: readonly TableGroup[];
  readonly organisation: Organisation;
  /** The same groups as they are, with nothing hidden: one solution, from which others are sought. */
  readonly truth: readonly TableGroup[];
  /** How much of each number is known besides: what the cases of one's own board add. */
  readonly own?: readonly TableGroup[];
}

/** The finest numbers by their place, and all that they must agree with. What is made of them alone is not among them. */
export interface Riddle {
  /** Whether a number is hidden; what is told can be nothing else than it is. */
  readonly isHidden: readonly boolean[];
  readonly truth: readonly number[];
  /** No number is less than this. */
  readonly floor: readonly number[];
  readonly sums: readonly Equation[];
  /** The sums that a number stands in. */
  readonly sumsOf: readonly (readonly { readonly sum: number; readonly times: number }[])[];
  /** Of each sum a number that stands in no other, if there is one: it can be anything that the sum leaves over. */
  readonly restIn: readonly (readonly [place: number, times: number] | undefined)[];
  /** The hidden numbers of the tables. */
  readonly asked: readonly Asked[];
}

/** Hidden numbers, each so many times, whose total is known. */
export interface Equation {
  readonly of: readonly (readonly [place: number, times: number])[];
}

export interface Asked {
  readonly term: Term;
  /** The finest numbers that it is the sum of. */
  readonly of: readonly number[];
}

export function riddleOf(knowledge: Knowledge): Riddle {
  const { groups } = knowledge;
  const numbers = new Numbers(knowledge);
  const told = [...new Map(groups.flatMap(termsOf))];
  const sums = numbers.equations([
    ...told.filter(([, value]) => value !== null).map(([term]) => numbers.known(term)),
    ...divisionsOf(groups).map((division) => numbers.equal(division)),
    ...limitsOf(groups)
      .filter(({ less }) => numbers.isFinest(less))
      .map((limit) => numbers.limit(limit)),
  ]);
  const sumsOf = numbers.all.map((): { sum: number; times: number }[] => []);
  sums.forEach(({ of }, at) => of.forEach(([place, times]) => sumsOf[place]?.push({ sum: at, times })));
  const asked = told.filter(([, value]) => value === null).map(([term]) => ({ term, of: numbers.finest(term) }));
  return {
    isHidden: numbers.all.map(({ isHidden }) => isHidden),
    truth: numbers.all.map(({ truth }) => truth),
    floor: numbers.all.map(({ floor }) => floor),
    ...{ sums, sumsOf, asked },
    restIn: sums.map(({ of }) => of.find(([place]) => sumsOf[place]?.length === 1)),
  };
}

interface Stated {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

/** Finds a place for each of the finest numbers, and says what holds of them. */
class Numbers {
  readonly all: { readonly isHidden: boolean; readonly truth: number; readonly floor: number }[] = [];
  private readonly told: ReadonlyMap<Term, number | null>;
  private readonly truth: (term: Term) => number;
  private readonly own: (term: Term) => number;
  private readonly parts: ReadonlyMap<Term, readonly Term[]>;
  private readonly places = new Map<Term, readonly number[]>();

  constructor({ groups, organisation, truth, own = [] }: Knowledge) {
    this.told = new Map(groups.flatMap(termsOf));
    [this.truth, this.own] = [truth, own].map((counted) => {
      const numbers = new Map(counted.flatMap(termsOf));
      return (term: Term) => numbers.get(term) ?? 0;
    }) as [typeof this.truth, typeof this.own];
    // What is the sum of months and of boards stands here by the first alone; by the other it is said to be equal.
    this.parts = new Map(
      wholesOf(groups, organisation)
        .map(({ whole, parts }) => [whole, parts] as const)
        .reverse(),
    );
  }

  /** The finest numbers that a term is the sum of. */
  finest(term: Term): readonly number[] {
    const known = this.places.get(term);
    if (known) return known;
    const parts = this.parts.get(term);
    const places = parts
      ? parts.flatMap((part) => this.finest(part))
      : [this.add(this.told.get(term) === null, this.truth(term), this.own(term))];
    this.places.set(term, places);
    if (this.sum(places) !== this.truth(term)) throw new Error(`does not add up: ${term}`);
    return places;
  }

  isFinest = (term: Term): boolean => !this.parts.has(term);

  known = (term: Term): Stated => ({ plus: this.finest(term), minus: [] });

  equal({ whole, parts }: Sum): Stated {
    const stated = { plus: parts.flatMap((part) => this.finest(part)), minus: this.finest(whole) };
    if (this.sum(stated.plus) !== this.sum(stated.minus)) throw new Error(`does not add up: ${whole}`);
    return stated;
  }

  /** One and what is left over are the other. What is left over is told nowhere. */
  limit({ less, more }: Limit): Stated {
    const left = this.add(true, this.truth(more) - this.truth(less), this.own(more) - this.own(less));
    return { plus: [...this.finest(less), left], minus: this.finest(more) };
  }

  /** What is known of hidden numbers, once each. */
  equations(stated: readonly Stated[]): readonly Equation[] {
    const equations = stated.map(({ plus, minus }): Equation => {
      const of = [...plus.map((place) => [place, 1] as const), ...minus.map((place) => [place, -1] as const)];
      return { of: of.filter(([place]) => this.all[place]?.isHidden) };
    });
    return [...new Map(equations.filter(({ of }) => of.length > 0).map((equation) => [JSON.stringify(equation.of), equation])).values()];
  }

  private add(isHidden: boolean, truth: number, floor: number): number {
    return this.all.push({ isHidden, truth, floor }) - 1;
  }

  private sum(places: readonly number[]): number {
    return places.reduce((total, place) => total + (this.all[place]?.truth ?? 0), 0);
  }
}
