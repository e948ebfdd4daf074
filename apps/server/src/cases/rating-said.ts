import type { Fields } from '../forms/form.js';

/** What the two fields of a rating say; nobody has to choose a reason. */
export const ratingSaid = ({ satisfied, reason, ...others }: Fields): object => ({
  ...others,
  ...(satisfied !== undefined && { satisfied: satisfied === 'yes' }),
  ...(reason && { reason }),
});
