import { Refusal, replay, type Case, type CaseEvent, type RefusalCode } from '#cases';

export type Decision<Command> = (command: Command, state: Case) => CaseEvent[];

/** given(...past).when(decision, command).then(...events): the whole grammar of a decision test. */
export function given(...past: readonly CaseEvent[]) {
  const state = replay(past);
  return {
    when: <Command>(decision: Decision<Command>, command: Command) => {
      const decided = outcome(() => decision(command, state));
      return {
        then: (...expected: readonly CaseEvent[]) => expect(decided).toEqual(expected),
        thenNothing: () => expect(decided).toEqual([]),
        thenRefused: (code: RefusalCode) => expect(decided).toBe(code),
      };
    },
  };
}

/** What was decided, or the code with which it was refused; any other error is one. */
function outcome(decide: () => CaseEvent[]): CaseEvent[] | RefusalCode {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
