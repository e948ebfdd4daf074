import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program of ours as a process of its own, started and ended by its id. */
export interface AProgram {
  /** Everything that it has written, to both of its outputs. */
  readonly output: string;
  readonly running: boolean;
  /** Resolves with what the pattern found, or fails if the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when it has ended, with its exit code or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>;
  /** Sends a signal that does not end it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Sends a signal and resolves when the program has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const left = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of left) child.kill('SIGKILL');
});

export interface Start {
  readonly args?: readonly string[];
  /** All of its environment but what every program needs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** It is ended soon: V8 does not optimise what it would hardly run. That takes a quarter of the processor time of a server's start. */
  readonly shortLived?: boolean;
}

/** Starts a program of ours. */
export function startProgram(file: string, { args = [], environment = {}, shortLived = false }: Start = {}): AProgram {
  const { PATH = '', TMPDIR = '/tmp' } = process.env;
  const flags = ['--disable-warning=ExperimentalWarning', ...(shortLived ? ['--no-opt'] : [])];
  const child = spawn(process.execPath, [...flags, file, ...args], { env: { PATH, TMPDIR, ...environment } });
  left.add(child);
  let output = '';
  const hear = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'close').then(([code, signal]) => {
    left.delete(child);
    return (code ?? signal) as number | NodeJS.Signals;
  });
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;

  return {
    get output() {
      return output;
    },
    get running() {
      return isRunning();
    },
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (!found) return;
          child.stdout.off('data', look);
          resolve(found);
        };
        child.stdout.on('data', look);
        void ended.then((code) => reject(new Error(`the program ended (${code}) and said: ${output.slice(-2_000)}`)));
        look();
      }),
    ended: () => ended,
    signal: (signal) => void child.kill(signal),
    async end(signal) {
      if (isRunning()) child.kill(signal);
      await ended;
    },
  };
}
