import { Worker } from 'node:worker_threads';
import { LogUnavailable, OutcomeUnknown, WrongRevision } from '../errors.js';
import { type Appended } from '../event-log.js';
import { type Job, type Outcome } from './group-commit.js';
import { positionOf } from './position.js';

export interface WriterData {
  readonly file: string;
  readonly maxBytes: number | undefined;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

interface Listeners {
  /** Something was committed. */
  readonly committed: () => void;
  /** The file broke; the process is to end and to be started again. */
  readonly fatal: (error: Error) => void;
}

/** So many appends of one turn of the event loop share a message, so that the writer begins while the rest are still being sealed. */
const fullMessage = 16;

/** The thread that commits, so that the event loop never waits for the disk. */
export class Writer {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private outbox: Job[] = [];
  private sent = 0;
  private broken: Error | undefined;
  private closing: (() => void) | undefined;

  constructor(
    data: WriterData,
    private readonly on: Listeners,
  ) {
    this.worker = new Worker(new URL('./writer.worker.js', import.meta.url), { workerData: data });
    this.worker.on('message', (outcomes: readonly Outcome[]) => this.settle(outcomes));
    this.worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))));
  }

  append(job: Omit<Job, 'number'>): Promise<Appended> {
    if (this.broken) return Promise.reject(new LogUnavailable('the log is closed', { cause: this.broken }));
    const numbered = { number: (this.sent += 1), ...job };
    return new Promise((resolve, reject) => {
      this.waiting.set(numbered.number, { job: numbered, resolve, reject });
      this.outbox.push(numbered);
      if (this.outbox.length === 1) setImmediate(() => this.send());
      if (this.outbox.length === fullMessage) this.send();
    });
  }

  /** Resolves when all that was handed over is settled. */
  async close(): Promise<void> {
    this.broken ??= new Error('close() was called');
    if (this.waiting.size > 0) await new Promise<void>((resolve) => (this.closing = resolve));
    await this.worker.terminate();
  }

  private send(): void {
    if (this.outbox.length === 0) return;
    this.worker.postMessage(this.outbox);
    this.outbox = [];
  }

  private settle(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      const asked = this.waiting.get(outcome.number);
      this.waiting.delete(outcome.number);
      if (asked) answer(asked, outcome);
    }
    const broke = outcomes.find((outcome) => outcome.is === 'unknown');
    if (broke) this.fail(new Error('the log file broke'));
    else this.on.committed();
    if (this.waiting.size === 0) this.closing?.();
  }

  private fail(error: Error): void {
    this.broken ??= error;
    for (const { reject } of this.waiting.values()) reject(new OutcomeUnknown('the log broke', { cause: error }));
    this.waiting.clear();
    this.closing?.();
    this.on.fatal(error);
  }
}

function answer({ job, resolve, reject }: Waiting, outcome: Outcome): void {
  switch (outcome.is) {
    case 'appended':
    case 'repeated':
      resolve({ revision: outcome.revision, position: positionOf(outcome.row), repeated: outcome.is === 'repeated' });
      break;
    case 'wrong-revision':
      reject(new WrongRevision(job.stream, job.expected));
      break;
    case 'unavailable':
      reject(new LogUnavailable(outcome.reason));
      break;
    case 'unknown':
      reject(new OutcomeUnknown(outcome.reason));
      break;
  }
}
