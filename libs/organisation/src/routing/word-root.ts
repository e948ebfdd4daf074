import { stemmer } from '@orama/stemmers/swedish';

/**
 * What the inflections of a word have in common; a key for comparing, not a word. Snowball leaves two definite endings standing
 * (`gatan`, `biblioteket`) and stops after one ending (`hållplatsen`, `hållplats`), so the ending goes first and the stemmer runs twice.
 */
export const rootOf = (lowerCaseWord: string): string => stemmer(stemmer(lowerCaseWord.replace(definiteEnding, '$1$2')));

const definiteEnding = /^(.{2,}a)ns?$|^(.{4,})ets?$/;
