import { type CaseSubject } from './actions.js';
import { type Caller, type Grant } from './caller.js';
import { rightsOf } from './policy.js';

/**
 * Which cases a caller may read, for the `WHERE` of lists, searches and counts: a count that is not filtered tells of
 * cases that are hidden. A case is readable when `open` and it is not secret; or secret and its board, or the board it is
 * offered to, is in `secretOf`; or secret, in triage and its board in `secretInTriageOf`.
 */
export interface ReadableCases {
  readonly open: boolean;
  /** Codes of boards, sorted. */
  readonly secretOf: readonly string[];
  readonly secretInTriageOf: readonly string[];
}

/** The same decision as `allow(caller, 'read-case', …)`, in advance and for all cases at once. */
export function readableCases(caller: Caller): ReadableCases {
  const reading = caller.kind === 'staff' ? caller.grants.filter((grant) => rightsOf[grant.role].reads) : [];
  return {
    open: reading.length > 0,
    secretOf: named(reading.filter((grant) => rightsOf[grant.role].within === 'boards')),
    secretInTriageOf: named(reading.filter((grant) => rightsOf[grant.role].within === 'triage')),
  };
}

/** The boards that a caller works at, as codes: those whose secret cases they open. None for who works for all boards alike. */
export const ownBoards = (caller: Caller): readonly string[] => readableCases(caller).secretOf;

/** Whether one case is among them: what a view's `WHERE` must say in SQL. */
export function isAmong(readable: ReadableCases, subject: CaseSubject): boolean {
  if (!subject.secrecy) return readable.open;
  if (subject.inTriage && readable.secretInTriageOf.includes(subject.boardCode)) return true;
  return [subject.boardCode, subject.offeredTo].some((board) => board !== undefined && readable.secretOf.includes(board));
}

function named(grants: readonly Grant[]): string[] {
  return [...new Set(grants.flatMap((grant) => (grant.boards === 'all' ? [] : grant.boards)))].sort();
}
