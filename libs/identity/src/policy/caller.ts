/** What a person of the staff may be, in code; the pages say it in Swedish. */
export const roles = ['customer-service', 'registrar', 'officer', 'manager', 'head', 'quality', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A role, and the codes of the boards (as in `TN`) that it is held for. */
export interface Grant {
  readonly role: Role;
  /** `all` is every board of the organisation, also those to come, but it opens no secret case: only a board that is named does. */
  readonly boards: readonly string[] | 'all';
}

/** A person of the staff whose identity the issuer vouches for. */
export interface StaffCaller {
  readonly kind: 'staff';
  /** Pseudonymous; see `personIdOf`. */
  readonly personId: string;
  /** For the page that this person sees. Never logged. */
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** Who showed a receipt code. It gives that one case and nothing else. */
export interface SubmitterCaller {
  readonly kind: 'submitter';
  readonly caseId: string;
}

/** Who is asking, as the policy sees it. */
export type Caller = { readonly kind: 'anonymous' } | SubmitterCaller | StaffCaller;
