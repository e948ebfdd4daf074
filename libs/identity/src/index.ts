/**
 * Who is asking, and whether they may. Knows OpenID Connect, sessions, receipt codes, roles and the walls between boards; knows nothing else of a
 * case, of HTTP frameworks, or of how pages look.
 */
export { type Action, type BoardSubject, type CaseAction, type CaseSubject, type GeneralAction, isCaseAction } from './policy/actions.js';
export { type Caller, type Grant, type Role, roles, type StaffCaller, type SubmitterCaller } from './policy/caller.js';
export { followBoards } from './policy/follow-boards.js';
export { allow, type Verdict } from './policy/policy.js';
export { ownBoards, reachOf } from './policy/reach.js';
export { parseReceiptCode, type ReceiptCode, receiptCode, receiptCodeHash, showReceiptCode } from './codes/receipt-code.js';
export { parseReference, type Reference, referenceOf } from './codes/reference.js';
export { isSameSecret } from './ids/is-same-secret.js';
export { type Mac } from './ids/mac.js';
export { commandIdOf, fingerprintOf, type RequestKey } from './ids/request-ids.js';
export {
  type Directory,
  directoryAfter,
  emptyDirectory,
  evolveDirectory,
  outlivedBySignOut,
  isOneWho,
  peopleWho,
  type Person,
  type RecordedInPerson,
} from './people/directory.js';
export { grantRole, revokeRole } from './people/grant-role.js';
export {
  type InvitationAccepted,
  personEventTypes,
  type Personal,
  type PersonEvents,
  type PersonSeen,
  type RoleGranted,
  type RoleRevoked,
  type SignedOut,
} from './people/person-events.js';
export { granteeOf, personStream } from './people/person-id.js';
export { type PersonAppend, recognise } from './people/recognise.js';
export { type Entitled, entitledTo } from './people/entitled.js';
export { takesLastAdministrator } from './people/last-administrator.js';
export { InvalidRoleClaims, readRoleClaims } from './people/read-role-claims.js';
export { type RoleClaims } from './people/role-claims.js';
export { staffCaller } from './people/staff-caller.js';
export { clearCookie, type Cookie, type CookieOptions, cookieName, type CookiePurpose, makeCookie } from './session/cookies.js';
export { formToken, isFormToken } from './session/form-token.js';
export { type Headers, sameOrigin } from './session/same-origin.js';
export { createSealer, type Sealer } from './session/sealer.js';
export { visitStream, type VisitsEnded } from './session/visits.js';
export {
  endSessions,
  isSignedOut,
  sessionOver,
  type LivingSession,
  readSession,
  type Session,
  type SessionSettings,
} from './session/session.js';
export { bearerToken, bearerVerifier, type BearerSettings } from './openid/bearer.js';
export { type Identity } from './openid/identity.js';
export { connectIssuer, type Issuer, type IssuerSettings, IssuerUnavailable } from './openid/issuer.js';
export { beginLogin, type CompletedLogin, completeLogin, type LoginSettings } from './openid/login.js';
export { type LoginRefusal, LoginRefused } from './openid/login-refused.js';
export { InvalidPeople } from './evaluation/evaluation-people.js';
export { evaluationIssuerUrl } from './evaluation/addresses.js';
export { loadEvaluation } from './load-evaluation.js';
export type { EvaluationIssuer, EvaluationPerson, EvaluationPersonStream } from './evaluation/evaluation.js';
