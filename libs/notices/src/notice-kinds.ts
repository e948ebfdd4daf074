/** Every kind of notice. Each begins with an event `NoticeKindIntroduced`; what happened before that causes none. */
export const noticeKinds = [
  'acknowledgement',
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
