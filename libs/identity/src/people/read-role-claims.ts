import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles, type Grant } from '../policy/caller.js';
import type { RoleClaims } from './role-claims.js';

/** The file is wrong; the message says where. */
export class InvalidRoleClaims extends Error {}

const fileName = 'role-claims.json';

/**
 * What the groups of the authority's issuer give, from `role-claims.json` in the organisation folder, as in
 * `{"claim": "groups", "grants": {"synpunkter-tn": {"role": "officer", "boards": ["TN"]}}}`. No such file: groups give nothing.
 * @throws InvalidRoleClaims if it holds anything else
 */
export function readRoleClaims(organisationFolder: string): RoleClaims | undefined {
  const file = join(organisationFolder, fileName);
  if (!existsSync(file)) return undefined;
  const { claim, grants } = readObject(file);
  if (typeof claim !== 'string' || claim === '')
    throw new InvalidRoleClaims(`${fileName} claim: must name the claim that lists the groups`);
  if (typeof grants !== 'object' || grants === null) throw new InvalidRoleClaims(`${fileName} grants: must give each group a role`);
  return { claim, grants: Object.fromEntries(Object.entries(grants).map(([group, grant]) => [group, readGrant(group, grant)])) };
}

function readObject(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    throw new InvalidRoleClaims(`${fileName} is not JSON`);
  }
}

function readGrant(group: string, grant: unknown): Grant {
  const { role, boards } = (grant ?? {}) as { role?: unknown; boards?: unknown };
  const known = roles.find((one) => one === role);
  if (!known) throw new InvalidRoleClaims(`${fileName} grants.${group}.role: must be one of ${roles.join(', ')}`);
  if (boards === 'all') return { role: known, boards };
  if (Array.isArray(boards) && boards.every((board) => typeof board === 'string')) return { role: known, boards };
  throw new InvalidRoleClaims(`${fileName} grants.${group}.boards: must be "all" or a list of codes`);
}
