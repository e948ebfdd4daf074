import { join } from 'node:path';
import { readSettings, type Settings } from '#settings';

/** The folder of the program. */
export const root = join(import.meta.dirname, '../../../..');

/** The settings, from the same variables as the server's. */
export const settings = (): Settings => readSettings(process.env, root);

/** Log or keys failed in a way that nobody can judge from here: end at once; the next start finds out what is there. */
export function fatal(error: unknown): never {
  process.stderr.write(`The log or the keys failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(70);
}

/** Now, as ISO 8601 in UTC. */
export const now = (): string => new Date().toISOString();
