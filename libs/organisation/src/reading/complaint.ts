/** Why a file of an organisation folder cannot be used, and where: as an administrator with an editor needs it. */
export interface Complaint {
  readonly file: string;
  /** Counted from 1; null if the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** The field, as `validFrom`, or as `2.validFrom` inside something else; null if no single field is meant. */
  readonly field: string | null;
  /** A sentence. */
  readonly reason: string;
}

/** One line per complaint, in the form that editors make clickable: `boards.json:12:5 validFrom: …`. */
export const complaintText = ({ file, line, column, field, reason }: Complaint): string =>
  [[file, line, column].filter((part) => part !== null).join(':'), field === null ? '' : ` ${field}:`, ` ${reason}`].join('');
