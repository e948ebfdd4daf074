/**
 * TELLING PEOPLE: which event tells the submitter what, what the staff are told in the morning, the words for it, and what can happen to a notice. Pure but for reading its
 * templates; knows no clock, no SMTP and no key.
 */
export { bounceNotice, failNotice, holdBackNotice } from './decline.js';
export { caseAfter } from './case-after.js';
export { claimNotice, type Claim } from './claim.js';
export { type Desk } from './desk.js';
export { digestGroups, type DigestGroup, type DigestLine, type DigestLines, type DigestValues } from './digest.js';
export { digestIdOf } from './digest-id.js';
export { type Draft, type Values } from './draft.js';
export { type NoticeEvent, type NoticeFacts, type NoticeKindIntroduced } from './events.js';
export { evolveNotice, replayNotice } from './evolve.js';
export { correlationOf, isOpen, notRequested, type CaseNotice, type KnownNotice, type Notice, type RequestedNotice } from './notice.js';
export { noticeIdOf, noticeKindsStream, noticeStream } from './notice-id.js';
export { introducedKinds, noticeKinds, type NoticeKind } from './notice-kinds.js';
export { noticesOf } from './notices-of.js';
export { openTemplates, type Templates } from './open-templates.js';
export { usualPatience, type Patience } from './patience.js';
export { render, type Links, type Rendered } from './render.js';
export { renderDigest } from './render-digest.js';
export { requestDigest, type DigestRequest } from './request-digest.js';
export { requestNotice, type NoticeRequest } from './request.js';
export { settleNotice, type Attempt } from './settle.js';
export { noticeUpcasters } from './upcasters.js';
