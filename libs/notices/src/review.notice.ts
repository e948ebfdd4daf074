import { on } from './tell.js';

/** It is known that a review was asked for, and when it is answered. The promise is its cause, since it names the date. */
export const review = on('PromiseMade', ({ promise, due }) => (promise === 'review' ? { values: { promisedDate: due } } : undefined));
