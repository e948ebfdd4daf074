import type { swedishTime } from '#promises';

/** Who the organisation is. */
export interface Description {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly organisationNumber: string;
  readonly phone: string;
  /** A registered inbox that is read. */
  readonly replyAddress: string;
  /** The board that holds a case nobody has routed yet. */
  readonly frontBoard: string;
  /** Said, and no setting: days begin and end in Swedish time (lag 1979:988). */
  readonly timeZone: typeof swedishTime;
  /** Opens every public reference, as in `RG-7K3F-92QM-…`. */
  readonly referencePrefix: string;
}
