import type { Validity } from './dated.js';

/** How far a matter of this kind is secret as a rule; a person still decides in the single case. */
export type Secrecy = 'none' | 'low' | 'high';

/** What a submission can be about. The code never names a board, so that a category can move to another. */
export interface Category extends Validity {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** The board that answers while this version is valid. */
  readonly boardCode: string;
  readonly secrecy: Secrecy;
  /** Codes of external bodies that often turn out to be responsible instead. */
  readonly externalBodies: readonly string[];
  readonly alsoInformBoards: readonly string[];
  /** The signal that a submission in this category carries by its nature. */
  readonly signal: string | null;
  /** The complaint procedure that a special law prescribes. */
  readonly complaintLaw: ComplaintLaw | null;
  /** The duty of staff to report that may arise: lex Maria (care injuries) or lex Sarah (social care). */
  readonly lex: 'MARIA' | 'SARAH' | null;
  /** Offer the fault report first: it reaches those who repair sooner. */
  readonly faultReportFirst: boolean;
  /** The Patient Committee can help with it. */
  readonly patientCommittee: boolean;
  /** Dissatisfaction may concern a decision that can be appealed. */
  readonly decisionAppealable: boolean;
  /** Which board is responsible was not established with certainty. */
  readonly boardUncertain: boolean;
  /** Never routed by itself. */
  readonly manualTriage: boolean;
}

export const complaintLaws = ['SKOLLAGEN_4_8', 'SKOLLAGEN_6', 'SOSFS_2011_9', 'PSL_3_8', 'L_2017_372', 'DOS'] as const;
export type ComplaintLaw = (typeof complaintLaws)[number];
