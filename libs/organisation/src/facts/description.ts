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
  /** IANA name. */
  readonly timeZone: string;
  /** Opens every public reference, as in `RG-7K3F-92QM-…`. */
  readonly referencePrefix: string;
}
