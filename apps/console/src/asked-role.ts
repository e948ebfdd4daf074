import { parseArgs } from 'node:util';
import { roles, type Grant } from '#identity';
import { WrongUse } from './verb.js';

/** A role, and whose it is to be or no longer to be. */
export interface AskedRole {
  readonly grant: Grant;
  /** A subject at the issuer, or an e-mail address. */
  readonly who: string;
  readonly json: boolean;
}

/** Reads `<role> [--board <code>]… <subject or e-mail> [--json]`. */
export function askedRole(args: string[]): AskedRole {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { board: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  });
  const [name, who, ...others] = positionals;
  const role = roles.find((one) => one === name);
  if (name === undefined || who === undefined || others.length > 0) throw new WrongUse('Name a role, and one subject or e-mail address.');
  if (role === undefined) throw new WrongUse(`There is no role ${name}. There are ${roles.join(', ')}.`);
  const boards = values.board?.map((code) => code.toUpperCase()).sort();
  return { grant: { role, boards: boards ? [...new Set(boards)] : 'all' }, who, json: values.json ?? false };
}
