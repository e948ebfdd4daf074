import { boardName } from './discretion.js';
import { on } from './tell.js';

/** Another board has taken the case over; no date moves. */
export const moved = on('TransferAccepted', ({ from, to }, state, desk) => ({
  values: {
    oldBoard: boardName(from, state, desk),
    newBoard: boardName(to, state, desk),
    promisedDate: state.known.answerDue ?? '',
  },
}));
