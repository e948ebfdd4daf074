import type { Rights } from './rights.js';

/** What somebody holds now, as a person at a terminal reads it. */
export function rightsReport({ who, grants, waits, changed }: Rights): string {
  const first = changed ? `Recorded. ${who} now holds:` : `Nothing to change. ${who} holds:`;
  const held = grants.map(({ role, boards }) => `  ${role} for ${boards === 'all' ? 'all boards' : boards.join(', ')}`);
  return [first, ...(held.length > 0 ? held : ['  no role']), ...(waits && held.length > 0 ? [waiting] : []), ''].join('\n');
}

/** What was taken from one name may stand under another, and whoever takes a right away believes that it is gone. */
export const ofThisName =
  'Rights of the same person that were granted to the other name (subject or e-mail), or that the groups of the issuer give, are not among these.\n';

const waiting =
  'These rights wait for whoever next logs in with that address, confirmed by the issuer; who is logged in now has to log in again.';
