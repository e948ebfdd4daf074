import { type Grant } from '../policy/caller.js';

/**
 * The grants after one more. A role may be held for `all` and, besides, for boards by name: `all` opens no secret case,
 * so neither of the two contains the other.
 */
export function add(grants: readonly Grant[], grant: Grant): readonly Grant[] {
  if (grant.boards === 'all') return [...grants.filter((held) => !(held.role === grant.role && held.boards === 'all')), grant];
  const others = grants.filter((held) => held.role !== grant.role || held.boards === 'all');
  return [...others, { role: grant.role, boards: [...new Set([...named(grants, grant.role), ...grant.boards])].sort() }];
}

/** The grants after one was taken away; `all` takes the whole role. */
export function take(grants: readonly Grant[], { role, boards }: Grant): readonly Grant[] {
  if (boards === 'all') return grants.filter((held) => held.role !== role);
  const others = grants.filter((held) => held.role !== role || held.boards === 'all');
  const left = named(grants, role).filter((board) => !boards.includes(board));
  return left.length === 0 ? others : [...others, { role, boards: left }];
}

/** Whether this very grant is held. */
export function holds(grants: readonly Grant[], { role, boards }: Grant): boolean {
  if (boards === 'all') return grants.some((held) => held.role === role && held.boards === 'all');
  return boards.every((board) => named(grants, role).includes(board));
}

/** Whether anything would be taken away. */
export function overlaps(grants: readonly Grant[], { role, boards }: Grant): boolean {
  if (boards === 'all') return grants.some((held) => held.role === role);
  return boards.some((board) => named(grants, role).includes(board));
}

function named(grants: readonly Grant[], role: Grant['role']): readonly string[] {
  return grants.flatMap((held) => (held.role === role && held.boards !== 'all' ? held.boards : []));
}
