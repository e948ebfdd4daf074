/** How a board is suggested from words: data of the organisation, so that another one, or a better one, changes no code. */
export interface RoutingRules {
  /** Named in every suggestion. */
  readonly version: string;
  readonly thresholds: Thresholds;
  readonly weights: Readonly<Record<Tier, number>>;
  /** How confidence follows from evidence; see `confidence.ts`. */
  readonly confidence: ConfidenceFormula;
  readonly language: LanguageWords;
  readonly places: PlaceWords;
  /** By board code: what is the board's although it tells no category. */
  readonly boards: Readonly<Record<string, TieredTerms>>;
  /** By category code. */
  readonly categories: Readonly<Record<string, TieredTerms>>;
  /** By code of external body. */
  readonly externalBodies: Readonly<Record<string, TieredTerms>>;
  /** By signal code: any one of these raises the signal. */
  readonly signals: Readonly<Record<string, readonly Term[]>>;
  /** Words that often go with something graver than a submission, without saying what: a person looks. */
  readonly cautions: readonly Term[];
  /** A text without any word of what is ordinary is looked at by a person. Absent in rules from before 2026-2. */
  readonly ordinary?: OrdinaryWords;
}

/**
 * One way of naming something. A word in any inflection (`plogbil`), the beginning of a word (`snöröj*`), words in this order with at most
 * one other in between (`hål i gatan`), words or such phrases anywhere in the same sentence (`rabatt + bibliotek`), any number of three digits or more (`väg #`),
 * any name (`mellan @ och @`).
 */
export type Term = string;

/** How much a term says: `decisive` settles it, `weak` only supports, `against` speaks for somebody else. */
export const tiers = ['decisive', 'strong', 'clear', 'weak', 'against'] as const;
export type Tier = (typeof tiers)[number];

export type TieredTerms = Readonly<Partial<Record<Tier, readonly Term[]>>>;

export interface Thresholds {
  /** At least this confident, or a person decides; 0 to 1. */
  readonly confidence: number;
  /** At least this much evidence, in the unit of the weights. */
  readonly evidence: number;
  /** An external body with at least this share of the board's evidence makes a person decide. */
  readonly externalShare: number;
  /** An external body with at least this much evidence is suggested. */
  readonly externalEvidence: number;
  /** At least this share of a text's words must be known Swedish for the text to count as Swedish. */
  readonly swedishShare: number;
  /** With this much evidence for a second board in a clause of its own, a person decides. Absent in rules from before 2026-2. */
  readonly secondMatter?: number;
}

/** What most submissions say: something is wanted, lacking, too late, too dear, well done. What harms people is told in other words. */
export interface OrdinaryWords {
  /** Words for what people ordinarily have views on, whatever it is about: waiting, food, prices, praise. */
  readonly anywhere: readonly Term[];
  /** Words that are enough where no secrecy is high: questions, wishes, faults of things. */
  readonly inPublic: readonly Term[];
}

export interface ConfidenceFormula {
  readonly base: number;
  readonly evidence: number;
  readonly margin: number;
  readonly external: number;
  readonly unmatched: number;
}

export interface LanguageWords {
  /** Words that hold Swedish sentences together. */
  readonly swedish: readonly string[];
  /** Words that do so in other languages and mean nothing in Swedish. */
  readonly foreign: readonly string[];
  /** Words that begin a new clause: `och`, `men`. Absent in rules from before 2026-2. */
  readonly joining?: readonly string[];
  /** Words that any text may have, whatever it is about: when, how much, good and bad. Absent in rules from before 2026-2. */
  readonly plain?: readonly string[];
}

export interface PlaceWords {
  /** Houses and grounds that often only say where something is. */
  readonly nouns: readonly Term[];
  /** Words before a place that say it is only a landmark: the matter lies outside. */
  readonly near: readonly string[];
  /** Words before a place that say the matter lies within. */
  readonly inside: readonly string[];
  /** What is left of a place's weight after a word of `near`, 0 to 1. */
  readonly nearFactor: number;
  readonly insideFactor: number;
}
