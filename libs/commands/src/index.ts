/**
 * CHANGING: load, decide, append, and one command per thing that can be done. Knows no view and no HTTP.
 */
export { CaseCommands, type CaseRequest, type Outcome } from './case-commands.js';
export * from './commands.js';
export { whoAnswered } from './who-answered.js';
export { datingFor } from './dating-for.js';
export { CommandIdReused, PersonalNumberFound, StaleRevision, UnknownCategory, UnreadableCase } from './errors.js';
export { extensionLimit } from './extension-limit.js';
export { headOf, importOrganisation } from './import-organisation.js';
export { categoryCode, policyQuestion, promisedTo, type Promised } from './policy-for.js';
export { promisedOnAcknowledgement, promisedOnReopening, promisedOnReview, type Occasion } from './promises-for.js';
export { succeededOn, successionFor, type MayHandle } from './succession-for.js';
export type { Receipt, Submission } from './prepare-receipt.js';
export { CurrentOrganisation, Routing, TrustedClock, SubmitSynpunkt, SubmitSynpunktHandler } from './submit-synpunkt.js';
export { personalNumbersIn } from './personal-number.js';
