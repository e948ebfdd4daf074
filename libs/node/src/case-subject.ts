import { walledOf, type ReceivedCase } from '#cases';
import type { CaseSubject } from '#identity';

/** What the policy needs to know of a case. */
export const subjectOf = (state: ReceivedCase): CaseSubject => ({ caseId: state.known.caseId, ...walledOf(state) });
