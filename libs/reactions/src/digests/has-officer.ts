import type { ReceivedCase } from '#cases';
import type { Staff } from './staff.js';

/** Whether somebody has the case who may still answer it: who has lost the right to is its officer in name only. */
export const hasOfficer = (state: ReceivedCase, { whoMay }: Staff): boolean =>
  state.known.officer !== undefined && whoMay('answer', state).some(({ personId }) => personId === state.known.officer);
