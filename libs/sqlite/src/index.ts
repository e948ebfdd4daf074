/** Opens SQLite files so that what was committed is there after a power cut, and knows nothing of what stands in them. */
export { openDatabase, type Database } from './open-database.js';
export { makeDurable, openScratch } from './scratch.js';
export { transaction, type Settled } from './transaction.js';
export { snapshot } from './snapshot.js';
export { migrate } from './migrate.js';
export { copyTo } from './copy-to.js';
export { holdLock, Locked, type Lock, type Share } from './hold-lock.js';
export { inWords, UnusableFile } from './unusable-file.js';
export { OpenToOthers, ownAllIn, ownFolder } from './owner-only.js';
export { sqliteCode } from './sqlite-code.js';
export { prepared } from './prepared.js';
