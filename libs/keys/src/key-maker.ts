import { Worker } from 'node:worker_threads';
import { KeysUnavailable } from './errors.js';

export interface SpareKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

export interface KeyMakerData {
  readonly file: string;
  readonly wrapping: Uint8Array;
}

export interface Question {
  readonly number: number;
  readonly ask:
    | { readonly make: number }
    | { readonly assign: readonly (readonly [scope: string, keyId: string])[] }
    | { readonly destroy: string; readonly keyIds: readonly string[] }
    | { readonly discard: readonly string[] }
    | { readonly note: string }
    | { readonly close: true };
}

export type Answer =
  | { readonly number: number; readonly result: SpareKey[] | number }
  | { readonly number: number; readonly failed: { readonly code: string; readonly message: string } };

interface Waiting {
  readonly resolve: (result: SpareKey[] | number) => void;
  readonly reject: (error: Error) => void;
}

/** The thread that writes to the key store, so that the event loop never waits for the disk. */
export class KeyMaker {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private broken: Error | undefined;

  constructor(
    data: KeyMakerData,
    private readonly fatal: (error: Error) => void,
  ) {
    this.worker = new Worker(new URL('./key-maker.worker.js', import.meta.url), { workerData: data });
    this.worker.on('message', (answer: Answer) => this.settle(answer));
    this.worker.on('error', (error) => {
      this.broken = error instanceof Error ? error : new Error(String(error));
      for (const { reject } of this.waiting.values()) reject(this.broken);
      this.waiting.clear();
      fatal(this.broken);
    });
  }

  make(count: number): Promise<SpareKey[]> {
    return this.ask({ make: count }) as Promise<SpareKey[]>;
  }

  async assign(assignments: readonly (readonly [scope: string, keyId: string])[]): Promise<void> {
    await this.ask({ assign: assignments });
  }

  destroy(scope: string, keyIds: readonly string[]): Promise<number> {
    return this.ask({ destroy: scope, keyIds }) as Promise<number>;
  }

  async discard(keyIds: readonly string[]): Promise<void> {
    await this.ask({ discard: keyIds });
  }

  async note(said: string): Promise<void> {
    await this.ask({ note: said });
  }

  async close(): Promise<void> {
    if (!this.broken) await this.ask({ close: true });
    await this.worker.terminate();
  }

  private ask(ask: Question['ask']): Promise<SpareKey[] | number> {
    if (this.broken) return Promise.reject(this.broken);
    const number = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ number, ask } satisfies Question);
    });
  }

  private settle(answer: Answer): void {
    const asked = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if ('result' in answer) {
      asked?.resolve(answer.result);
      return;
    }
    const { code, message } = answer.failed;
    asked?.reject(new KeysUnavailable(`${code}: ${message}`));
    if (isBroken(code)) this.fatal(new Error(`the key store broke: ${message}`));
  }
}

/** After an I/O error nobody can say what stands in the file until the process has started again; a full disk or a lock passes. */
const isBroken = (code: string): boolean => code.startsWith('SQLITE_') && code !== 'SQLITE_FULL' && code !== 'SQLITE_BUSY';
