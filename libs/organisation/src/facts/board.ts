import type { Validity } from './dated.js';

/** A board (nämnd) is an authority of its own: own diary, own secrecy, own responsibility for personal data. */
export interface Board extends Validity {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** The administration (förvaltning) that works for the board; several boards may share one. */
  readonly administration: Administration;
  /** Stands before the number in the diary, as in `TN 2026/17`. */
  readonly diaryPrefix: string;
  /** False for the council: it takes citizens' proposals, not submissions. */
  readonly receivesSubmissions: boolean;
  readonly dataController: boolean;
  /** The Patient Committee must be able to work independently of those it examines (lag 2017:372, 4 §). */
  readonly independent: boolean;
  /** True where the name of the board alone would tell something secret (OSL chapters 23, 25, 26): never name it in mail. */
  readonly neutralInMail: boolean;
  readonly note: string | null;
  /** The code of the board that has its cases from the day after its last; null while nobody is to succeed it. */
  readonly successor: string | null;
}

export interface Administration {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
}
