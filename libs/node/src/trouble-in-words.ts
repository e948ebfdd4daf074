import { LogUnavailable } from '#event-log';
import { WrongDoorKey, WrongMasterKey } from '#keys';
import { BadSettings } from '#settings';
import { OpenToOthers, UnusableFile } from '#sqlite';
import { CannotStart } from './cannot-start.js';
import { DataInUse } from './hold-data.js';
import { BadOrganisation } from './read-organisation-folder.js';

const told = [BadOrganisation, BadSettings, CannotStart, DataInUse, OpenToOthers, UnusableFile, WrongDoorKey, WrongMasterKey];

/** What the operating system says in a code, of the path that it says it of. */
const refusals: Readonly<Record<string, string>> = {
  EACCES: 'may not be used by this user',
  EPERM: 'may not be changed by this user',
  EROFS: 'is on a read-only file system',
  ENOSPC: 'cannot be written to: its disk is full',
  ENOTDIR: 'is no folder, or lies in what is no folder',
  EEXIST: 'should be a folder, and there is a file of that name',
  EISDIR: 'should be a file, and there is a folder of that name',
};

/** A trouble that somebody can mend, in a sentence for them; undefined for a fault of ours, which must show where it happened. */
export function troubleInWords(error: unknown): string | undefined {
  if (told.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof LogUnavailable) return `The event log cannot be opened (${error.message}). Check the disk.`;
  const { code = '', path, port } = (error ?? {}) as { code?: string; path?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is used by another program (PORT).`;
  const refused = refusals[code];
  return refused !== undefined && path !== undefined ? `${path} ${refused}.` : undefined;
}
