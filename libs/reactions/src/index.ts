/**
 * ANSWERING EVENTS WITH COMMANDS: takes diary numbers, requests notices, counts promises again. Notes what is owed while it catches up, and does what
 * is left once it has.
 */
export { answerPromises } from './answer-promises.js';
export { diaryNumbers } from './diary-numbers.js';
export { noticeRequests } from './notice-requests.js';
export { recounts } from './recounts.js';
export { Reaction, type Debt, type ReactionDefinition } from './reaction.js';
