import { Worker } from 'node:worker_threads';
import type { Reach } from '#cases';
import { QuestionRefused } from './ask.js';
import type { CasesBehind, CasesWanted } from './cases-behind.js';
import type { freezeReport } from './frozen-report.js';
import type { PromiseReport } from './promise-report.js';
import type { ReportQuestion } from './report-question.js';

/** What can be asked of the promises of all cases, with what each takes beside the question. */
export interface ReportWishes {
  report: object;
  cases: { readonly reach: Reach; readonly wanted: CasesWanted };
  frozen: { readonly reportId: string };
}

type Want = keyof ReportWishes;

export type ReportWish = { [W in Want]: { readonly want: W; readonly question: ReportQuestion } & ReportWishes[W] }[Want];

export interface ReportAnswers {
  report: PromiseReport;
  cases: CasesBehind;
  frozen: ReturnType<typeof freezeReport>;
}

export interface AskedWish {
  readonly number: number;
  readonly wish: ReportWish;
}

export type Answered =
  | { readonly number: number; readonly answer: ReportAnswers[keyof ReportAnswers] }
  | { readonly number: number; readonly refused: { readonly field: string; readonly code: string } }
  | { readonly number: number; readonly failed: string };

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Answers one question after another in a thread of its own, begun at the first: a report reads many cases, and nobody else shall wait for it. */
export class ReportThread {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** @param file that of the view of the promises */
  constructor(private readonly file: string) {}

  /** @throws QuestionRefused if the organisation never had what is asked for */
  answer<W extends Want>(want: W, question: ReportQuestion, besides: ReportWishes[W]): Promise<ReportAnswers[W]> {
    const number = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.thread().postMessage({ number, wish: { ...besides, want, question } });
    });
  }

  async close(): Promise<void> {
    this.fail(new Error('reports have ended'));
    await this.worker?.terminate();
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL('./report.worker.js', import.meta.url), { workerData: this.file });
    worker.on('message', (answered: Answered) => this.settle(answered));
    worker.on('error', (error) => {
      this.worker = undefined; // the next question begins another
      this.fail(error instanceof Error ? error : new Error(String(error)));
    });
    worker.unref();
    return (this.worker = worker);
  }

  private settle(answered: Answered): void {
    const asked = this.waiting.get(answered.number);
    this.waiting.delete(answered.number);
    if ('answer' in answered) asked?.resolve(answered.answer as never);
    else if ('refused' in answered) asked?.reject(new QuestionRefused(answered.refused.field, answered.refused.code));
    else asked?.reject(new Error(answered.failed));
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
