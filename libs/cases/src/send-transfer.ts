import { isInTriage, type Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Personal } from './personal.js';
import { Refusal } from './refusal.js';
import { requireSecrecyBasis } from './secrecy-basis.js';
import type { SecrecyBasis } from './vocabulary.js';

export interface SendTransfer {
  readonly to: string;
  readonly reason: Personal;
  /** Required where the case may hold what is secret. */
  readonly secrecyBasis?: SecrecyBasis;
}

/** One board sends a case to another. It answers for it until the other has accepted; no date moves, and no reply is waited for. */
export function sendTransfer({ to, ...why }: SendTransfer, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-triage':
      throw new Refusal('case-in-triage');
    case 'in-transfer':
      return alreadySent(to, state.to);
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      if (isInTriage(state)) throw new Refusal('case-in-triage');
      if (state.known.board === to) throw new Refusal('already-with-that-board');
      requireSecrecyBasis(state.known, why.secrecyBasis);
      return [{ type: 'TransferSent', data: { from: state.known.board, to, ...why } }];
  }
}

function alreadySent(to: string, asked: string): [] {
  if (to !== asked) throw new Refusal('case-in-transfer');
  return [];
}
