import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/**
 * Says, with the reason, that nothing in the case is secret although the rules suspected it. What a person has marked is lifted, not ruled out;
 * what the area or the category makes secret stays so.
 */
export function ruleOutSecrecy(ruledOut: CaseFacts['SecrecyRuledOut'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  if (!state.known.secrecySuspected) throw new Refusal('secrecy-not-suspected');
  return [{ type: 'SecrecyRuledOut', data: ruledOut }];
}
