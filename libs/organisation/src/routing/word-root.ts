import { stemmer } from '@orama/stemmers/swedish';

/**
 * What the inflections of a word have in common; a key for comparing, not a word. Snowball leaves two definite endings standing
 * (`gatan`, `biblioteket`) and takes the s of `hållplats` but not that of `hållplatsen`, so the first go before it and the last after it.
 */
export const rootOf = (lowerCaseWord: string): string => stemmer(lowerCaseWord.replace(definiteEnding, '$1$2')).replace(lastS, '$1');

const definiteEnding = /^(.{2,}a)ns?$|^(.{4,})ets?$/;
const lastS = /([^s])s$/;
