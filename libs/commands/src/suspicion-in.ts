import { isSecret, type Case, type CaseEvent, type ReceivedCase } from '#cases';
import type { Organisation } from '#organisation';
import type { Routing } from './submit-synpunkt.js';

/**
 * What a submitter says later may be secret as well as what came in, so the same rules read it. From then on the case is closed until a person has
 * judged it, again if somebody had judged what was known before.
 */
export async function suspicionIn(
  events: readonly CaseEvent[],
  state: Case,
  { org, routing }: { readonly org: Organisation; readonly routing: Routing },
): Promise<CaseEvent[]> {
  if (state.status === 'not-received' || isSecret(state.known)) return [];
  const said = events.flatMap(saidBySubmitter);
  const seen = await Promise.all(said.map((text) => routing.suggest(questionOf(text, state), org)));
  const suspect = seen.find(({ secrecySigns }) => secrecySigns.length > 0);
  return suspect ? [{ type: 'SecrecySuspected', data: { ruleVersion: suspect.ruleVersion } }] : [];
}

/** The submitter's words, also where somebody of the staff wrote them down. */
function saidBySubmitter({ type, data }: CaseEvent): string[] {
  if (type === 'ClarificationReceived') return inClear(data.text);
  return type === 'ReviewRequested' || type === 'CaseReopened' ? inClear(data.reason) : [];
}

const inClear = (said: unknown): string[] => (typeof said === 'string' ? [said] : []);

const questionOf = (text: string, { known: { language, receivedDate } }: ReceivedCase) => ({ text, language, receivedDate });
