import { getSystemErrorMap } from 'node:util';
import { BadAddress, LogRefused, LogUnavailable } from '#event-log';
import { InvalidPeople, InvalidRoleClaims } from '#identity';
import { WrongDoorKey, WrongMasterKey } from '#keys';
import { BadSettings } from '#settings';
import { OpenToOthers, UnusableFile } from '#sqlite';
import { CannotStart } from './cannot-start.js';
import { DataInUse } from './hold-data.js';
import { BadOrganisation } from './read-organisation-folder.js';

const told = [
  ...[BadOrganisation, BadSettings, CannotStart, DataInUse, InvalidPeople, InvalidRoleClaims],
  ...[OpenToOthers, UnusableFile, WrongDoorKey, WrongMasterKey],
];

/** What the operating system says in a code, of the path that it says it of. */
const refusals: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
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
  if (error instanceof BadAddress) return `EVENTSTORE_URL cannot be used: ${error.message}.`;
  if (error instanceof LogRefused) return `EventStoreDB (EVENTSTORE_URL): ${error.message}.`;
  if (error instanceof LogUnavailable) return `The event log cannot be used: ${error.message}.`;
  return isOfSystem(error) ? refusalInWords(error) : undefined;
}

/** What the operating system says of something that it was asked to do. */
interface SystemError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly syscall: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
}

const isOfSystem = (error: unknown): error is SystemError => typeof error === 'object' && error !== null && 'syscall' in error;

function refusalInWords({ code, errno, syscall, path, address, port, hostname }: SystemError): string {
  if (code === 'EADDRINUSE') return `Port ${port} is used by another program (PORT).`;
  if (code === 'EADDRNOTAVAIL') return `${address} is no address of this machine (HOST).`;
  if (syscall === 'listen') return `Port ${port} may not be used by this user (PORT).`;
  if (syscall === 'getaddrinfo') return `${hostname} is no name of any machine that is known here (HOST).`;
  const refused = refusals[code] ?? `cannot be used: ${getSystemErrorMap().get(errno)?.[1] ?? code}`;
  return `${path ?? `What ${syscall} was asked for`} ${refused}.`;
}
