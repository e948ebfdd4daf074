import { Worker } from 'node:worker_threads';
import type { Organisation, RouteQuestion, RouteSuggestion } from '#organisation';

/** What the thread is told: what has changed since it was last told, then a question. */
export type ToldOfRouting =
  | { readonly rules: NonNullable<Organisation['routingRules']> }
  | { readonly organisation: Omit<Organisation, 'routingRules'> }
  | { readonly number: number; readonly question: RouteQuestion };

export type Routed = { readonly number: number } & ({ readonly suggestion: RouteSuggestion } | { readonly failed: string });

interface Waiting {
  readonly resolve: (suggestion: RouteSuggestion) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Suggests routes in a thread of its own: whatever somebody writes, and however long the rules take to get ready, everybody else goes on
 * meanwhile. As many questions wait as requests are taken in. A thread that broke fails what it was asked; the next question begins another.
 */
export class RoutingThread {
  private worker: Worker | undefined;
  private known: Organisation | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** Begins the thread and lets it get ready, so that whoever asks first does not wait for that. */
  prepare(org: Organisation): void {
    this.threadThatKnows(org);
  }

  suggest(question: RouteQuestion, org: Organisation): Promise<RouteSuggestion> {
    return new Promise((resolve, reject) => {
      const worker = this.threadThatKnows(org);
      const number = ++this.asked;
      this.waiting.set(number, { resolve, reject });
      worker.ref();
      tell(worker, { number, question });
    });
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.failAll(worker, ended());
    await worker?.terminate();
  }

  private threadThatKnows(org: Organisation): Worker {
    const worker = (this.worker ??= this.begun());
    if (this.known === org) return worker;
    const { routingRules: rules, ...organisation } = org;
    // The rules are most of it, and seldom what has changed.
    if (rules !== undefined && rules !== this.known?.routingRules) tell(worker, { rules });
    tell(worker, { organisation });
    this.known = org;
    return worker;
  }

  private begun(): Worker {
    const worker = new Worker(new URL('./routing.worker.js', import.meta.url));
    this.known = undefined;
    worker.on('message', (routed: Routed) => this.settle(worker, routed));
    worker.on('error', (error: Error) => this.failAll(worker, error));
    worker.on('exit', () => this.failAll(worker, ended()));
    worker.unref();
    return worker;
  }

  private settle(worker: Worker, routed: Routed): void {
    const asked = this.waiting.get(routed.number);
    this.waiting.delete(routed.number);
    if (this.waiting.size === 0) worker.unref();
    if ('suggestion' in routed) asked?.resolve(routed.suggestion);
    else asked?.reject(new Error(routed.failed));
  }

  /** Of a thread that another has followed nothing is waited for. */
  private failAll(worker: Worker | undefined, error: Error): void {
    if (worker !== this.worker) return;
    this.worker = undefined;
    const failed = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of failed) reject(error);
  }
}

const ended = (): Error => new Error('routing has ended');

const tell = (worker: Worker, told: ToldOfRouting): void => worker.postMessage(told);
