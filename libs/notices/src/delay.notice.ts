import { isSecret } from '#cases';
import { on } from './tell.js';

/** The answer will be late: why, and the new date (förvaltningslagen 11 §, adopted as policy). The reason is about our work; of a secret case it stands behind the link. */
export const delay = on('DelayNoticeGiven', ({ reason, replaces, due }, state) => ({
  values: { oldDate: replaces, newDate: due },
  personal: { reason: isSecret(state.known) ? '' : reason },
}));
