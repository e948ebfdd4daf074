/**
 * A personal value that cannot be read without its key. `place` says where it stands (log, stream, event, type, field,
 * schema version); it is bound into the encryption, so a value that was moved elsewhere does not open.
 */
export interface Sealed {
  readonly sealed: string;
  readonly place: string;
}

/** What opening yields when the key was destroyed by decision (gallring). */
export const shredded = Symbol('shredded');
export type Shredded = typeof shredded;
