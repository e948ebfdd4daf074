/**
 * What was worked out of words lately, because people use the same ones. Words come from outside, as long as a text or as short as a letter:
 * what is remembered is bounded by its bytes, and of a long word nothing is.
 */
export class RecentWords<Value> {
  private readonly known = new Map<string, Value>();
  private bytes = 0;

  /** @param ofValue about how many bytes one value takes, with its place in the map */
  constructor(private readonly ofValue: number) {}

  get(word: string): Value | undefined {
    return this.known.get(word);
  }

  set(word: string, value: Value): void {
    if (word.length > longest) return;
    const more = this.ofValue + 2 * word.length;
    if (this.bytes + more > mostBytes) this.forget();
    this.bytes += more;
    this.known.set(copied(word), value);
  }

  private forget(): void {
    this.known.clear();
    this.bytes = 0;
  }
}

/** Longer than any word that is met twice. */
const longest = 40;
const mostBytes = 8 * 1024 * 1024;

/** A part of a text, unless it is short, keeps the whole text in memory; put together from its letters it stands for itself. */
const copied = (word: string): string => (word.length > 12 ? word.split('').join('') : word);
