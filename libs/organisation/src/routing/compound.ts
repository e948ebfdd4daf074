/** The parts of a compound word that the vocabulary knows, by root. */
export interface Compound {
  /** What the word is: a `sjukhusparkering` is a parking. */
  readonly head: string | undefined;
  /** What kind of it. */
  readonly modifier: string | undefined;
}

/** The single words of a vocabulary: their roots, and by the forms they take first in a compound (`skol`, `gatu`, `vårdcentral`). */
export interface KnownWords {
  readonly roots: ReadonlySet<string>;
  readonly modifiers: ReadonlyMap<string, string>;
  /** How many letters the longest of either has. */
  readonly longest: number;
}

/**
 * Splits a word at the seam where the vocabulary knows most of it, with or without a linking s. `root` is the root of the whole word: its
 * end is the root of its head, but for the s that a short root keeps. A part of fewer than three letters is chance, and so is an unknown one before a very short head.
 */
export function splitCompound(root: string, known: KnownWords): Compound | undefined {
  let best: Compound | undefined;
  for (let seam = 3; seam <= root.length - 2; seam++) {
    // In the middle of a very long word neither side can be known; a linking s or a hyphen may stand between.
    if (seam > known.longest + 1 && root.length - seam > known.longest) continue;
    const split = splitAt(root, seam, known);
    if (lettersKnown(split) > lettersKnown(best)) best = split;
  }
  return best;
}

function splitAt(root: string, seam: number, { roots, modifiers }: KnownWords): Compound {
  const start = root.slice(0, root[seam - 1] === '-' ? seam - 1 : seam);
  const modifier = modifiers.get(start) ?? (start.endsWith('s') ? modifiers.get(start.slice(0, -1)) : undefined);
  const end = root.slice(seam);
  const head = end.length >= (modifier === undefined ? 5 : 3) ? [end, `${end}s`].find((known) => roots.has(known)) : undefined;
  return { head, modifier: head === undefined && seam < 4 ? undefined : modifier };
}

/** What a word is counts half as much again as what kind of it. */
const lettersKnown = (split: Compound | undefined): number => (split?.head?.length ?? 0) * 1.5 + (split?.modifier?.length ?? 0);
