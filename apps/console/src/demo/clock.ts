/** A clock that stands until it is set, and is never set back. */
export class Clock {
  constructor(private at: string) {}

  readonly now = (): string => this.at;

  set(at: string): void {
    if (at > this.at) this.at = at;
  }
}
