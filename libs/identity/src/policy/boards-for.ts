import { type Action } from './actions.js';
import { type Caller } from './caller.js';
import { rightsOf } from './rights.js';

/** The boards that a caller may do this for: what a page offers to choose from, and whose figures a report counts. */
export function boardsFor(caller: Caller, action: Action): readonly string[] | 'all' {
  if (caller.kind !== 'staff') return [];
  const grants = caller.grants.filter((grant) => rightsOf[grant.role].does.includes(action));
  if (grants.some((grant) => grant.boards === 'all')) return 'all';
  return [...new Set(grants.flatMap((grant) => grant.boards))].sort();
}
