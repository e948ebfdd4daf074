import { promisedTo, type CaseCommands } from '#commands';
import type { Organisation } from '#organisation';
import { answerPromises, diaryNumbers, noticeRequests, Reaction, recounts, type ReactionDefinition } from '#reactions';
import type { Database } from '#sqlite';
import { openCases } from '#views';
import { desksOf } from './desks.js';
import type { NodeParts } from './node-parts.js';
import type { ViewName } from './view-files.js';

/** What answers events with commands. */
export type NodeReactions = Readonly<Record<'diaryNumbers' | 'recounts' | 'answerPromises' | 'noticeRequests', Reaction>>;

interface Surroundings {
  readonly parts: NodeParts;
  readonly commands: CaseCommands;
  readonly file: (view: ViewName) => Database;
  /** The organisation as far as this node has read. */
  readonly organisation: () => Organisation;
  readonly inbox: Database;
  /** Resolves when this node has read to the end of the log. */
  readonly current: () => Promise<void>;
  readonly giveWay: () => Promise<void>;
  readonly clock: {
    /** What time it is, as ISO 8601 in UTC. */
    readonly now: () => string;
    /** Whether that is only what it may be. */
    readonly inDoubt: () => boolean;
  };
}

export function nodeReactions({ parts, commands: cases, organisation, inbox, current, ...at }: Surroundings): NodeReactions {
  const { log, keys, sender } = parts;
  const { now, inDoubt } = at.clock;
  const react = (definition: ReactionDefinition): Reaction => new Reaction(at.file(definition), definition, at);
  /** What promises days waits until the day is known. */
  const reactOnADay = (definition: ReactionDefinition): Reaction =>
    new Reaction(at.file(definition), definition, { ...at, mayBegin: () => !inDoubt() });
  const currentOrganisation = async (): Promise<Organisation> => {
    await current();
    return organisation();
  };
  return {
    diaryNumbers: react(
      diaryNumbers({ log, cases, now, prefixOf: (board) => organisation().boards.get(board)?.at(-1)?.diaryPrefix ?? board }),
    ),
    recounts: reactOnADay(
      recounts({
        log,
        cases,
        now,
        organisation: currentOrganisation,
        openCases: async () => {
          await current();
          return openCases(inbox);
        },
      }),
    ),
    answerPromises: reactOnADay(
      answerPromises({ log, cases, now, organisation: currentOrganisation, promisedTo: (state) => promisedTo(state, keys) }),
    ),
    noticeRequests: react(
      noticeRequests({
        log,
        now,
        desks: () => desksOf(organisation(), sender, now()),
        open: (value) => {
          const opened = keys.open(value);
          return typeof opened === 'string' ? opened : undefined;
        },
      }),
    ),
  };
}
