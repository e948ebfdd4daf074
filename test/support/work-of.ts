import type { StartedNode } from '#node';

/** What is done meanwhile by a program in this process: each stream that is read, and each sealed value that is opened. */
export interface Work {
  readonly streams: readonly string[];
  readonly opened: number;
}

/** Counts the work that a question is to a program, which does it as always. */
export function countedWork({ node }: Pick<StartedNode, 'node'>): <Answer>(ask: () => Promise<Answer>) => Promise<readonly [Answer, Work]> {
  const { log, keys } = node.parts;
  let streams: string[] = [];
  let opened = 0;
  const [read, open] = [log.read.bind(log), keys.open.bind(keys)];
  const counted: Pick<typeof log, 'read'> = {
    read: (stream, ...asked) => {
      streams.push(stream);
      return read(stream, ...asked);
    },
  };
  const counting: Pick<typeof keys, 'open'> = {
    open: (value) => {
      opened++;
      return open(value);
    },
  };
  Object.assign(log, counted);
  Object.assign(keys, counting);
  return async (ask) => {
    [streams, opened] = [[], 0];
    const answer = await ask();
    return [answer, { streams, opened }];
  };
}
