/**
 * What was worked out of words lately, because people use the same ones. Words come from outside and may be as long as a text: what is
 * remembered is bounded by its letters, and of a long word nothing is.
 */
export class RecentWords<Value> {
  private readonly known = new Map<string, Value>();
  private letters = 0;

  get(word: string): Value | undefined {
    return this.known.get(word);
  }

  set(word: string, value: Value): void {
    if (word.length > longest) return;
    if (this.letters + word.length > mostLetters) this.forget();
    this.letters += word.length;
    this.known.set(copied(word), value);
  }

  private forget(): void {
    this.known.clear();
    this.letters = 0;
  }
}

/** Longer than any word that is met twice. */
const longest = 40;
const mostLetters = 300_000;

/** A part of a text, unless it is short, keeps the whole text in memory; put together from its letters it stands for itself. */
const copied = (word: string): string => (word.length > 12 ? word.split('').join('') : word);
