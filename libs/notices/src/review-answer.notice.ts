import { on } from './tell.js';

/** The review is there to read, behind the link. One that was told in person or by letter has been delivered already. */
export const reviewAnswer = on('ReviewAnswered', ({ by }) => (by === 'email' ? { values: {} } : undefined));
