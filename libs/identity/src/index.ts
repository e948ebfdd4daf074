/**
 * Who is asking, and whether they may. Knows OpenID Connect, sessions, receipt codes and roles; knows nothing of what a
 * case is, of HTTP frameworks, or of how pages look.
 */
export { type Action, type BoardSubject, type CaseAction, type CaseSubject, type GeneralAction } from './policy/actions.js';
export { type Caller, type Grant, type Role, roles, type StaffCaller, type SubmitterCaller } from './policy/caller.js';
export { allow, type Verdict } from './policy/policy.js';
export { isAmong, type ReadableCases, readableCases } from './policy/readable-cases.js';
export { boardsFor } from './policy/boards-for.js';
export { parseReceiptCode, type ReceiptCode, receiptCode, receiptCodeHash, showReceiptCode } from './codes/receipt-code.js';
export { parseReference, type Reference, referenceOf } from './codes/reference.js';
export { canonicalJson } from './ids/canonical-json.js';
export { deriveUuid, uuidOf } from './ids/derive-uuid.js';
export { type Mac } from './ids/mac.js';
export { commandIdOf, fingerprintOf, type RequestKey } from './ids/request-ids.js';
