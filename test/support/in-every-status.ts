import type { CaseEvent, CaseStatus, RefusalCode } from '#cases';
import { historyTo } from '#test/case-events';
import { given, type Decision } from '#test/given';

/** What a decision says in each status: the events, `[]` for nothing new, or the code of the refusal. A status left out does not compile. */
export function inEveryStatus<Command>(
  decision: Decision<Command>,
  command: Command,
  expected: { readonly [S in CaseStatus]: readonly CaseEvent[] | RefusalCode },
): void {
  it.each(Object.keys(expected) as CaseStatus[])(`%s: ${decision.name}`, (status) => {
    const decided = given(...historyTo[status]).when(decision, command);
    const said = expected[status];
    if (typeof said === 'string') decided.thenRefused(said);
    else decided.then(...said);
  });
}
