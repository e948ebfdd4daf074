import { Session } from 'node:inspector/promises';

/**
 * Counts the steps of code as the engine itself counts them: how often each block was run. Nothing in the code knows of it, so no loop can
 * forget to count.
 */
export class Steps {
  private readonly session = new Session();

  /** @param inFiles what the address of a file must match to be counted */
  constructor(private readonly inFiles: RegExp) {}

  async begin(): Promise<void> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** The steps since the last time. */
  async taken(): Promise<number> {
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    let steps = 0;
    for (const { url, functions } of result) {
      if (!this.inFiles.test(url)) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  }

  async end(): Promise<void> {
    await this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}
