import { on } from './tell.js';

/** What was promised has been done; what it was stands behind the link. */
export const actionDone = on('ActionCompleted', () => ({ values: {} }));
