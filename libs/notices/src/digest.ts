/** What a person is told in a morning of the promises that need them. Holds nothing of what a submitter wrote, nor which board a case is at. */
export interface DigestValues {
  readonly organisation: string;
  /** The morning, as `2026-12-07`. */
  readonly day: string;
  /** Where this person finds all cases, after signing in. */
  readonly list: string;
  /** A group that is not there has nothing in it. */
  readonly groups: Readonly<Partial<Record<DigestGroup, DigestLines>>>;
}

/**
 * What another board offers, to be accepted or declined; what was sent to another board, which has not answered; what no board has yet, to be routed;
 * what did not arrive; what is late, and this person's to do; what is late, and this person's to see to that it is done; what nobody handles, to be
 * assigned; what is to be acknowledged; what was asked of the submitter and did not come; what is not late yet. In this order in the mail.
 */
export const digestGroups = [
  'offered',
  'sent',
  'unrouted',
  'undelivered',
  'late',
  'above',
  'unassigned',
  'unacknowledged',
  'unreplied',
  'soon',
] as const;
export type DigestGroup = (typeof digestGroups)[number];

export interface DigestLines {
  /** The earliest due date first. */
  readonly lines: readonly DigestLine[];
  /** How many there are besides. */
  readonly more: number;
}

export interface DigestLine {
  /** The neutral public name of the case. */
  readonly reference: string;
  /** Its page, after signing in. */
  readonly link: string;
  readonly what: Promised;
  readonly due: string;
  /** Since the due date, or until it; not where the calendar does not tell. */
  readonly workingDays?: number;
  /** Nobody has been assigned the case. */
  readonly unassigned: boolean;
}

/** What the authority can owe; and the reply that it waits for. */
export type Promised =
  'acknowledgement' | 'answer' | 'review-acknowledgement' | 'review' | 'delay-notice' | 'action' | 'clarification-reply';
