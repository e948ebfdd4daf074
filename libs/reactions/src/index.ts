/**
 * ANSWERING EVENTS WITH COMMANDS: takes diary numbers, requests notices, counts promises again, does what a date asks for, tells
 * the staff in the morning, and gives the cases of a board that has ended to its successor. Notes what is owed while it catches up, and does what is left once it has.
 */
export { answerPromises } from './answer-promises.js';
export { clockConfirmations, clockStream, confirmClock, type ClockConfirmed } from './dated-work/clock-confirmations.js';
export { ClockGuard, type Clocks, type ClockTrouble } from './dated-work/clock-guard.js';
export type { DatedWork } from './dated-work/dated-work.js';
export { DueWork, type DueWorkParts } from './dated-work/due-work.js';
export { datedWorkStream, dueWorkView } from './dated-work/due-work-tables.js';
export { NightShift, type NightShiftParts } from './dated-work/night-shift.js';
export { Successions, type SuccessionParts } from './dated-work/successions.js';
export { UndatedReceipts, undatedReceiptsView } from './dated-work/undated-receipts.js';
export { workDay } from './dated-work/work-day.js';
export { digestsView } from './digests/digest-tables.js';
export { Digests, type DigestParts } from './digests/digests.js';
export { type DigestsAddressed } from './digests/digests-addressed.js';
export { type StaffLinks } from './digests/digest-values.js';
export { type Asked, type Colleague, type Staff } from './digests/staff.js';
export { tellingDay } from './digests/telling-day.js';
export { diaryNumbers } from './diary-numbers.js';
export { noticeRequests } from './notice-requests.js';
export { recounts } from './recounts.js';
export { Reaction, type Debt, type ReactionDefinition } from './reaction.js';
