import { on } from './tell.js';

/** We need to know more. The questions themselves quote what the submitter wrote, so they stand behind the link. */
export const clarification = on('ClarificationAsked', ({ replyBy }, state) => ({
  values: { replyBy, promisedDate: state.known.answerDue ?? '' },
}));
