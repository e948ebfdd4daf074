import { jest } from '@jest/globals';
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runConsole } from '../../apps/console/src/run-console.js';
import { verbs } from '../../apps/console/src/verbs.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface AConsole {
  readonly dataDir: string;
  /** Runs a verb as `synpunkter …` would, in this process. */
  run(...args: string[]): Promise<Said>;
  /** The same program with another data folder. */
  at(dataDir: string): AConsole;
}

jest.setTimeout(60_000); // every verb opens log, keys and schemas anew

/** A folder for a test file, that goes when it has ended. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-console-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The console of an evaluation in a data folder. */
export const aConsole = (dataDir: string): AConsole => ({
  dataDir,
  at: aConsole,
  async run(...args) {
    process.env['DATA_DIR'] = dataDir;
    let [out, err] = ['', ''];
    const code = await runConsole(
      args,
      verbs,
      (text) => (out += text),
      (text) => (err += text),
    );
    return { code, out, err };
  },
});
