import type { EventLog, Position, Recorded } from '#event-log';
import { News } from './news.js';

/** A full page is a step of catching up, a shorter one is what has just happened. */
export const pageSize = 500;
const windowSize = 5_000;
/** Events may hold long texts; so many characters of them are kept, whatever their number. */
const mostCharacters = 20_000_000;

/**
 * One live subscription for all processors of a process. The newest events stand in a window in memory, parsed once; who is
 * behind the window reads the log by itself until it meets it.
 */
export class Feed {
  /** The newest events in order; `base` is where the first of them follows on. */
  private window: Recorded[] = [];
  private characters = 0;
  private base: Position | 'empty' = 'empty';
  private readonly places = new Map<Position | 'empty', number>();
  private first = 0;
  private readonly news = new News();

  private constructor(
    readonly log: EventLog,
    private readonly signal: AbortSignal,
  ) {}

  /** Starts at the end of the log as it stands now; ends when the signal aborts. */
  static async open(log: EventLog, signal: AbortSignal, failed: (error: unknown) => void): Promise<Feed> {
    const feed = new Feed(log, signal);
    feed.base = await log.head();
    feed.places.set(feed.base, 0);
    feed.live().catch(failed);
    return feed;
  }

  /** Pages of events after a position, in order, and `caught-up` each time there are no more for now. */
  async *after(position: Position | 'start'): AsyncIterable<readonly Recorded[] | 'caught-up'> {
    let at: Position | 'empty' = position === 'start' ? 'empty' : position;
    while (!this.signal.aborted) {
      if (!this.places.has(at)) {
        for await (const page of this.behind(at)) {
          at = page.at(-1)?.position ?? at;
          yield page;
        }
        continue;
      }
      const page = this.since(at);
      if (page.length > 0) {
        at = page.at(-1)?.position ?? at;
        yield page;
        continue;
      }
      const news = this.news.next;
      yield 'caught-up';
      await news;
    }
  }

  private since(at: Position | 'empty'): readonly Recorded[] {
    const next = (this.places.get(at) ?? 0) - this.first;
    return this.window.slice(next, next + pageSize);
  }

  /** Reads the log itself until an event stands in the window. */
  private async *behind(from: Position | 'empty'): AsyncIterable<readonly Recorded[]> {
    let page: Recorded[] = [];
    for await (const item of this.log.follow(from === 'empty' ? 'start' : from, { signal: this.signal })) {
      const end = item === 'caught-up';
      if (!end) page.push(item);
      const met = !end && this.places.has(item.position);
      if (page.length > 0 && (end || met || page.length === pageSize)) {
        yield page;
        page = [];
      }
      if (met) return;
    }
  }

  private async live(): Promise<void> {
    const start = this.base === 'empty' ? 'start' : this.base;
    for await (const item of this.log.follow(start, { signal: this.signal })) {
      if (item === 'caught-up') this.news.announce();
      else this.remember(item);
    }
    this.news.announce();
  }

  /** About how many characters stand in the window. */
  get held(): number {
    return this.characters;
  }

  private remember(event: Recorded): void {
    this.window.push(event);
    this.characters += charactersIn(event);
    this.places.set(event.position, this.first + this.window.length);
    if (this.window.length >= 2 * windowSize) this.forgetOldest(windowSize);
    while (this.characters > mostCharacters && this.window.length > 1) this.forgetOldest(Math.ceil(this.window.length / 2));
    if (this.window.length % pageSize === 0) this.news.announce();
  }

  private forgetOldest(count: number): void {
    const dropped = this.window.slice(0, count);
    this.window = this.window.slice(count);
    this.characters -= charactersIn(dropped);
    this.places.delete(this.base);
    for (const { position } of dropped.slice(0, -1)) this.places.delete(position);
    this.base = dropped.at(-1)?.position ?? this.base;
    this.first += count;
  }
}

/** In its texts; a little for whatever else it holds. What cannot be read is not looked into. */
function charactersIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + 8 + charactersIn(part), 0);
}
