import { on } from './tell.js';

/** The case is closed, with two questions about how it went. Who was referred elsewhere has been told by that notice. */
export const closed = on('CaseClosed', ({ outcome }, { known }) =>
  outcome === 'referred' ? undefined : { values: { answered: known.answered } },
);
