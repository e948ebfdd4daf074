/**
 * FOLLOWING THE LOG: one live subscription for all, checkpoints, dead letters. Knows no event type and no case.
 */
export { type Checkpoint } from './checkpoint.js';
export { readCheckpoint } from './checkpoint-table.js';
export { type DeadLetter } from './dead-letters.js';
export { Feed } from './feed.js';
export { Follower } from './follower.js';
export { Fold, type FoldDefinition } from './fold.js';
export { makeAnew, pagesToTheEnd } from './make-anew.js';
export { type Processor } from './processor.js';
export { NotWhole, takeWhole } from './take-whole.js';
export { TableProcessor, type OnEvent, type Tables } from './table-processor.js';
