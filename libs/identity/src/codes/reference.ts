import { createHash } from 'node:crypto';
import { checkCharacter, checks } from './check-character.js';
import { encode, inGroups, read, spell } from './crockford.js';

declare const referenceBrand: unique symbol;

/** As in `RG-7K3F-92QM-A1B5`, written by `referenceOf`. */
export type Reference = string & { readonly [referenceBrand]: true };

const hashCharacters = 11;
const longestInput = 60;

/**
 * The public reference of a case, as in `RG-7K3F-92QM-A1B5`: 55 bits derived from the case id and a check character. It
 * says nothing about board or subject and gives access to nothing, so it may stand in an open e-mail.
 */
export function referenceOf(caseId: string, prefix: string): Reference {
  const values = encode(createHash('sha256').update(`reference\0${caseId}`).digest(), hashCharacters);
  return written([...values, checkCharacter(values)], prefix);
}

/** What a person typed, with or without the prefix, in the form that `referenceOf` writes; `mistyped` if none can look like that. */
export function parseReference(input: string, prefix: string): Reference | 'mistyped' {
  if (input.length > longestInput) return 'mistyped';
  const values = read(withoutPrefix(input.trim(), prefix));
  if (values?.length !== hashCharacters + 1 || !checks(values)) return 'mistyped';
  return written(values, prefix);
}

const written = (values: readonly number[], prefix: string) => `${prefix}-${inGroups(spell(values), '-')}` as Reference;

/** A prefix may itself be spelt in base 32, so it is taken off only where twelve characters remain. */
function withoutPrefix(input: string, prefix: string): string {
  const rest = input.slice(prefix.length);
  const prefixed = input.slice(0, prefix.length).toUpperCase() === prefix.toUpperCase();
  return prefixed && read(rest)?.length === hashCharacters + 1 ? rest : input;
}
