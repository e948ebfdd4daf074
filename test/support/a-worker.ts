import { join } from 'node:path';
import type { EventLog, Recorded } from '#event-log';
import type { Organisation } from '#organisation';
import { Digests, DueWork, NightShift, type NightShiftParts, type Staff } from '#reactions';
import { openDatabase } from '#sqlite';

/** What drives a worker: the log, and clocks that a test turns. */
export interface AWorkerParts {
  readonly log: EventLog;
  /** The file that it keeps; one that is there already is gone on with. */
  readonly folder: string;
  readonly name: string;
  readonly organisation: () => Organisation;
  readonly now: () => string;
  readonly monotonic?: () => number;
  readonly confirmations?: () => number;
  readonly others?: NightShiftParts['others'];
  /** Who is told of it in the morning. Default: nobody. */
  readonly staff?: Staff;
  readonly hold?: () => boolean;
}

const links = {
  list: 'https://synpunkter.example/arbete',
  case: (caseId: string) => `https://synpunkter.example/arbete/arenden/${caseId}`,
};

/** Does dated work on a log, only when it is told to: a node without the timers and the threads of one. */
export function aWorker({ log, folder, name, organisation, now, monotonic, confirmations, staff, others = [], ...more }: AWorkerParts) {
  const open = (what: string) => openDatabase(join(folder, `${what}-${name}.db`), { synchronous: 'NORMAL' });
  const file = open('due-work');
  const work = new DueWork(file, { log, organisation, now });
  const told = staff && open('digests');
  const digests = told && new Digests(told, { log, organisation, now, staff, links, ...more });
  const shift = new NightShift({
    log,
    work,
    now,
    monotonic: monotonic ?? (() => Date.parse(now())),
    confirmations: confirmations ?? (() => 0),
    others,
    ...(digests && { digests }),
  });
  digests?.checkpoint();
  let at = work.checkpoint()?.position ?? ('start' as const);

  return {
    work,
    shift,
    digests,
    file,
    /** Reads to the end of the log, and says what it has read. */
    async follow(): Promise<readonly Recorded[]> {
      const page: Recorded[] = [];
      for await (const event of log.follow(at, { signal: new AbortController().signal })) {
        if (event === 'caught-up') break;
        if (event.stream !== 'log-identity') page.push(event); // made by the clock of the machine that runs the test
      }
      if (!work.take(page, log.id) || digests?.take(page, log.id) === false) throw new Error('somebody else keeps this file');
      at = page.at(-1)?.position ?? at;
      return page;
    },
    /** Reads to the end of the log, and does what is due. */
    async workOn(): Promise<void> {
      await this.follow();
      await shift.work();
      await this.follow();
    },
    close: () => {
      file.close();
      told?.close();
    },
  };
}

export type AWorker = ReturnType<typeof aWorker>;
