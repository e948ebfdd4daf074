/** Lets many wait for the same thing: `next` resolves at the first `announce` after it was asked for. */
export class News {
  private announceNext!: () => void;
  private promise!: Promise<void>;

  constructor() {
    this.renew();
  }

  get next(): Promise<void> {
    return this.promise;
  }

  announce(): void {
    const announce = this.announceNext;
    this.renew();
    announce();
  }

  private renew(): void {
    this.promise = new Promise((resolve) => (this.announceNext = resolve));
  }
}
