import { Worker } from 'node:worker_threads';
import type { Reach } from '#cases';
import { QuestionRefused } from './ask.js';
import type { CasesBehind, CasesWanted } from './cases-behind.js';
import type { freezeReport, Freezing } from './frozen-report.js';
import type { PromiseReport } from './promise-report.js';
import type { ReportQuestion } from './report-question.js';
import type { freezeTables } from './tables/frozen-tables.js';
import type { PromiseTables, TablesQuestion } from './tables/promise-tables.js';

interface Readers {
  readonly question: ReportQuestion;
  readonly reach: Reach;
}

/** What can be asked of the promises of all cases, and what each takes. */
export interface ReportWishes {
  report: Readers;
  cases: Readers & { readonly wanted: CasesWanted };
  frozen: Readers & { readonly freezing: Freezing };
  tables: { readonly question: TablesQuestion };
  'frozen-tables': { readonly question: TablesQuestion; readonly freezing: Freezing };
}

type Want = keyof ReportWishes;

export type ReportWish = { [W in Want]: { readonly want: W } & ReportWishes[W] }[Want];

export interface ReportAnswers {
  report: PromiseReport;
  cases: CasesBehind;
  frozen: ReturnType<typeof freezeReport>;
  tables: PromiseTables;
  'frozen-tables': ReturnType<typeof freezeTables>;
}

export type Answered =
  | { readonly answer: ReportAnswers[Want] }
  | { readonly refused: { readonly field: string; readonly code: string } }
  | { readonly failed: string };

/** Who asks, and how it is known that nobody waits for the answer any more. */
export interface Asker {
  /** Whoever it is, so that one alone does not fill the queue. */
  readonly name: string;
  readonly signal: AbortSignal;
}

/** So many wait already, or the asker alone has so many questions there. */
export class ReportsBusy extends Error {}

/** The answer took too long, or its asker went away. */
export class ReportAbandoned extends Error {}

/** How much is taken on. */
export interface ReportLimits {
  readonly inAll: number;
  readonly perAsker: number;
  /** In milliseconds, from when an answer is begun. */
  readonly patience: number;
}

const limits: ReportLimits = { inAll: 16, perAsker: 4, patience: 60_000 };

interface Waiting {
  readonly wish: ReportWish;
  readonly asker: string;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Answers one question after another in a thread of its own, begun at the first: a report reads many cases, and everybody else goes on
 * meanwhile. What nobody waits for is not begun; what was begun is ended with its thread, and the next question begins another.
 */
export class ReportThread {
  private worker: Worker | undefined;
  private asked: Waiting[] = [];
  /** The first of them, from when it was begun. */
  private inHand: { readonly waiting: Waiting; readonly alarm: NodeJS.Timeout } | undefined;

  /** @param file that of the view of the promises */
  constructor(
    private readonly file: string,
    private readonly atMost: ReportLimits = limits,
  ) {}

  /**
   * @throws QuestionRefused if the organisation never had what is asked for
   * @throws ReportsBusy if too many wait
   * @throws ReportAbandoned if the asker does not wait any more, or the answer takes too long
   */
  answer<W extends Want>(want: W, wish: ReportWishes[W], { name, signal }: Asker): Promise<ReportAnswers[W]> {
    return new Promise((resolve, reject) => {
      const own = this.asked.filter(({ asker }) => asker === name);
      if (this.asked.length >= this.atMost.inAll || own.length >= this.atMost.perAsker) throw new ReportsBusy('too many reports wait');
      if (signal.aborted) throw new ReportAbandoned('nobody waits for it');
      const waiting: Waiting = { wish: { want, ...wish } as ReportWish, asker: name, resolve, reject };
      this.asked.push(waiting);
      signal.addEventListener('abort', () => this.abandon(waiting, 'nobody waits for it'), { once: true });
      this.goOn();
    });
  }

  async close(): Promise<void> {
    for (const waiting of [...this.asked]) this.abandon(waiting, 'reports have ended');
    await this.worker?.terminate();
  }

  private goOn(): void {
    const [waiting] = this.asked;
    if (this.inHand || !waiting) return;
    const alarm = setTimeout(() => this.abandon(waiting, 'it took too long'), this.atMost.patience);
    this.inHand = { waiting, alarm: alarm.unref() };
    this.thread().postMessage(waiting.wish);
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL('./report.worker.js', import.meta.url), { workerData: this.file });
    worker.on('message', (answered: Answered) => this.settle(answered));
    worker.on('error', (error) => {
      if (worker === this.worker) this.worker = undefined;
      this.settle({ failed: String(error) });
    });
    worker.unref();
    return (this.worker = worker);
  }

  private settle(answered: Answered): void {
    const waiting = this.inHand?.waiting;
    if (!waiting) return;
    this.finish(waiting);
    if ('answer' in answered) waiting.resolve(answered.answer as never);
    else if ('refused' in answered) waiting.reject(new QuestionRefused(answered.refused.field, answered.refused.code));
    else waiting.reject(new Error(answered.failed));
    this.goOn();
  }

  private abandon(waiting: Waiting, why: string): void {
    if (!this.asked.includes(waiting)) return;
    if (this.inHand?.waiting === waiting) {
      const ended = this.worker;
      this.worker = undefined;
      ended?.removeAllListeners();
      void ended?.terminate();
    }
    this.finish(waiting);
    waiting.reject(new ReportAbandoned(why));
    this.goOn();
  }

  private finish(waiting: Waiting): void {
    this.asked = this.asked.filter((one) => one !== waiting);
    if (this.inHand?.waiting !== waiting) return;
    clearTimeout(this.inHand.alarm);
    this.inHand = undefined;
  }
}
