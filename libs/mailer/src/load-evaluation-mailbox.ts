/** Loads the mailbox of the evaluation edition, with the server and the parser that production never needs. */
export const loadEvaluationMailbox = () => import('./evaluation-mailbox/evaluation-mailbox.js');
