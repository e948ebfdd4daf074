import { on } from './tell.js';

/** The days that the acknowledgement could not name, because the clock was in doubt. */
export const dated = on('ReceiptDated', ({ receivedDate }, state) => ({
  values: { receivedDate, promisedDate: state.known.answerDue ?? '' },
}));
