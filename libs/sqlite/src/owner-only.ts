import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Others than its owner may use a file or folder, and that could not be changed; the message says which. */
export class OpenToOthers extends Error {}

/** Makes a folder that only its owner may use, or takes it from all others if it is there. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  takeFromOthers(folder);
}

/** Makes an empty file that only its owner may use, or takes it from all others if it is there. */
export function ownFile(file: string): void {
  if (existsSync(file)) takeFromOthers(file);
  else closeSync(openSync(file, 'a', 0o600));
}

/**
 * Takes from all others whatever stands in a folder, and the folder itself. A key file is left as it is: others may have read it, so
 * whoever reads it refuses it (`WrongMasterKey`, `WrongDoorKey`) and a person decides.
 * @throws OpenToOthers
 */
export function ownAllIn(folder: string): void {
  ownFolder(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) ownAllIn(path);
    else if (entry.isFile() && !entry.name.endsWith('.key')) takeFromOthers(path);
  }
}

const [others, sticky] = [0o077, 0o1000];

function takeFromOthers(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || (found.mode & others) === 0) return;
  const mode = found.isDirectory() ? 0o700 : 0o600;
  if ((found.mode & sticky) !== 0) throw new OpenToOthers(`${path} is shared by everybody; give the program a folder of its own.`);
  try {
    chmodSync(path, mode);
  } catch {
    throw new OpenToOthers(`${path} may be used by others, and this user may not change that; it must have mode 0${mode.toString(8)}.`);
  }
}
