/** Every kind of notice to a submitter, each about one case. */
export const noticeKinds = [
  'acknowledgement',
  'dated',
  'moved',
  'clarification',
  'answer',
  'delay',
  'action-done',
  'referred',
  'closed',
  'review',
  'review-answer',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What begins with an event `NoticeKindIntroduced`, before which nothing causes it: those, and the digest, which tells the staff of many cases. */
export const introducedKinds = [...noticeKinds, 'digest'] as const;
