import type { Recorded } from '#event-log';
import type { Checkpoint } from './checkpoint.js';
import { checkpointAt } from './checkpoint.js';
import type { Processor } from './processor.js';

/** A processor that keeps what it has learnt in memory, small and read with every request: the organisation, who may do what. */
export interface Fold<State> extends Processor {
  readonly state: State;
}

/** @param evolve pure; events that do not concern it leave the state as it is */
export function foldInMemory<State>(name: string, initial: State, evolve: (state: State, event: Recorded) => State): Fold<State> {
  let state = initial;
  let checkpoint: Checkpoint | undefined;
  return {
    name,
    get state() {
      return state;
    },
    checkpoint: () => checkpoint,
    restart: () => {
      state = initial;
      checkpoint = undefined;
    },
    take: (events, logId) => {
      state = events.reduce(evolve, state);
      const last = events.at(-1);
      if (last) checkpoint = checkpointAt(logId, last);
      return true;
    },
  };
}
