import { promisedTo, type CaseCommands } from '#commands';
import type { Caller, Directory } from '#identity';
import type { Organisation } from '#organisation';
import { Fold } from '#processors';
import {
  clockConfirmations,
  Digests,
  digestsView,
  DueWork,
  dueWorkView,
  NightShift,
  Successions,
  UndatedReceipts,
  undatedReceiptsView,
  type SuccessionParts,
} from '#reactions';
import type { Database } from '#sqlite';
import { openCasesWith } from '#views';
import type { NodeParts } from './node-parts.js';
import { staffLinks, staffOf } from './staff.js';
import type { ViewName } from './view-files.js';

/** What is done by itself because a day has come, and whom it is told to. */
export interface NodeDatedWork {
  /** How often a person has said that the clocks are right. */
  readonly clockConfirmations: Fold<number>;
  readonly dueWork: DueWork;
  readonly undatedReceipts: UndatedReceipts;
  readonly digests: Digests;
  readonly nightShift: NightShift;
}

interface Surroundings extends Pick<SuccessionParts, 'mayHandle' | 'current' | 'giveWay'> {
  readonly parts: NodeParts;
  readonly commands: CaseCommands;
  readonly file: (view: ViewName) => Database;
  readonly inbox: Database;
  /** The organisation and the people as far as this node has read. */
  readonly organisation: () => Organisation;
  readonly directory: () => Directory;
  readonly atBoardsOfToday: (caller: Caller) => Caller;
  /** Whether mail is held. */
  readonly hold: () => boolean;
}

export function nodeDatedWork({
  parts,
  commands,
  file,
  inbox,
  organisation,
  directory,
  atBoardsOfToday,
  hold,
  ...at
}: Surroundings): NodeDatedWork {
  const { log, keys, now, sender, monotonic = () => performance.now() } = parts;
  const confirmations = new Fold(file(clockConfirmations), clockConfirmations);
  const staff = staffOf(directory, keys, atBoardsOfToday);
  const successions = new Successions({
    log,
    now,
    cases: commands,
    organisation,
    openCasesWith: (board) => openCasesWith(inbox, board),
    ...at,
  });

  const ask = () => nightShift.ask();
  const dueWork = new DueWork(file(dueWorkView), { log, now, organisation }, ask);
  const undatedReceipts = new UndatedReceipts(
    file(undatedReceiptsView),
    { cases: commands, organisation, now, promisedTo: (state) => promisedTo(state, keys) },
    ask,
  );
  const digests = new Digests(file(digestsView), { log, now, hold, organisation, staff, links: staffLinks(sender.publicUrl) }, ask);
  const nightShift: NightShift = new NightShift({
    log,
    now,
    monotonic,
    work: dueWork,
    digests,
    confirmations: () => confirmations.state,
    others: [undatedReceipts, successions],
  });
  return { clockConfirmations: confirmations, dueWork, undatedReceipts, digests, nightShift };
}
