import { isSecret, type Known } from './case.js';
import { Refusal } from './refusal.js';
import type { SecrecyBasis } from './vocabulary.js';

/**
 * Every board is an authority of its own, so secrecy holds between boards too (offentlighets- och sekretesslagen 8 kap. 1 §). What
 * may be secret leaves the board only on a ground, and the ground is written down.
 */
export function requireSecrecyBasis(known: Known, basis: SecrecyBasis | undefined): void {
  if (basis === undefined && isSecret(known)) throw new Refusal('secrecy-basis-required');
}
