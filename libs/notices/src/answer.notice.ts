import { on } from './tell.js';

/** The answer is there to read, behind the link. An answer given in person or by letter has been delivered already. */
export const answer = on('AnswerGiven', ({ by }) => (by === 'email' ? { values: {} } : undefined));
