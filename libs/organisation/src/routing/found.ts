import type { Entry } from './entries.js';
import type { Word } from './words.js';

/** A term found in a text, where, and how much of it stands: a word that is only part of a compound, or only a place, counts for less. */
export interface Found {
  readonly entry: Entry;
  readonly words: readonly Word[];
  /** 0 to 1. */
  readonly strength: number;
}
