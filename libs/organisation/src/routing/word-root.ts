import { stemmer } from '@orama/stemmers/swedish';
import { RecentWords } from './recent-words.js';

/**
 * What the inflections of a word have in common; a key for comparing, not a word. Snowball leaves two definite endings standing
 * (`gatan`, `biblioteket`) and takes the s of `hållplats` but not that of `hållplatsen`, so the first go before it and the last after it.
 * A short word keeps its s: `krans` is no `kran`.
 */
export function rootOf(lowerCaseWord: string): string {
  if (lowerCaseWord.length > longestWord) return lowerCaseWord;
  const known = roots.get(lowerCaseWord);
  if (known !== undefined) return known;
  const root = makeRoot(lowerCaseWord);
  roots.set(lowerCaseWord, root);
  return root;
}

/** What is longer is no word that has endings, but whatever somebody's finger rested on. */
const longestWord = 100;

/** Stemming a word takes longer than looking it up. */
const roots = new RecentWords<string>(100);

function makeRoot(lowerCaseWord: string): string {
  const indefinite = lowerCaseWord.replace(definiteEnding, '$1$2');
  if (indefinite.length <= short && indefinite.endsWith('s')) return indefinite;
  const stem = stemmer(indefinite);
  return stem.length <= short ? stem : stem.replace(lastS, '$1');
}

const definiteEnding = /^(.{2,}a)ns?$|^(.{4,})ets?$/;
const lastS = /([^s])s$/;
const short = 5;
