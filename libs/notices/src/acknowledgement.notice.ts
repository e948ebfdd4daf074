import { boardName } from './discretion.js';
import { on } from './tell.js';

/** It has come in, who takes care of it, and when the answer comes (JO 5613-2008). In triage nobody is named yet; praise is promised no answer. While the clock is in doubt no day is named. */
export const acknowledgement = on('CaseReceived', ({ receivedDate, datedLater }, state, desk) => ({
  values: {
    receivedDate: datedLater === undefined ? receivedDate : '',
    promisedDate: state.known.answerDue ?? '',
    board: state.status === 'in-triage' ? '' : boardName(state.known.board, state, desk),
  },
}));
