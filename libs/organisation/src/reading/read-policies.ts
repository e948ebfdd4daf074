import type { Policy } from '../facts/policy.js';
import { complainOfPolicies } from './complain-of-policies.js';
import type { Complaint } from './complaint.js';
import { readList, readOne, type Source } from './read-file.js';
import * as shapes from './shapes.js';

/** Understands a file with one policy, or with a list of them as in `policies.json`. Use the policies only if there is no complaint. */
export function readPolicies(source: Source): { readonly policies: readonly Policy[]; readonly complaints: readonly Complaint[] } {
  const read = source.text.trimStart().startsWith('[') ? readList(source, shapes.policy) : readOne(source, shapes.policy);
  complainOfPolicies(read.entries);
  return { policies: read.entries.map(({ entry }) => entry), complaints: read.complaints };
}
