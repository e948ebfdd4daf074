import { type Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** A synpunkt at the door, with what the organisation's rules said of it that moment. */
export interface Receive {
  readonly received: CaseFacts['CaseReceived'];
  readonly classified?: CaseFacts['CaseClassified'];
  /** Where a personal identity number stands in it. */
  readonly noticed?: CaseFacts['PersonalNumberNoticed'] | undefined;
  /** Where something in it may be secret. */
  readonly suspected?: CaseFacts['SecrecySuspected'] | undefined;
  readonly routed: {
    readonly to: 'board' | 'triage';
    readonly board: string;
    readonly secrecyArea: boolean;
    readonly basis: CaseFacts['CaseSentToTriage']['basis'];
  };
  /** What the submitter is told, with dates. */
  readonly promised: readonly CaseFacts['PromiseMade'][];
}

/** Takes in a synpunkt. All of it is one append: what is received is also routed, and what is told is also promised. */
export function receive({ received, classified, noticed, suspected, routed, promised }: Receive, state: Case): CaseEvent[] {
  if (state.status !== 'not-received') throw new Refusal('case-already-received');
  const { board, secrecyArea, basis } = routed;
  return [
    { type: 'CaseReceived', data: received },
    ...(classified ? [{ type: 'CaseClassified', data: classified } as const] : []),
    ...(noticed ? [{ type: 'PersonalNumberNoticed', data: noticed } as const] : []),
    ...(suspected ? [{ type: 'SecrecySuspected', data: suspected } as const] : []),
    routed.to === 'board'
      ? { type: 'CaseRouted', data: { board, secrecyArea, by: 'rules', basis } }
      : { type: 'CaseSentToTriage', data: { board, basis } },
    ...promised.map((data) => ({ type: 'PromiseMade', data }) as const),
  ];
}
