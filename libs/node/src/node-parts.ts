import type { EventLog } from '#event-log';
import type { Keys } from '#keys';
import type { MailerOptions } from '#mailer';
import type { OrganisationEvent } from '#organisation';
import type { Database } from '#sqlite';
import type { Sender } from './desks.js';
import type { RememberedLog } from './remembered-log.js';
import type { ViewName } from './view-files.js';

/** What a node is made of. */
export interface NodeParts {
  readonly log: EventLog;
  readonly keys: Keys;
  /** What is remembered of the log. */
  readonly memory: RememberedLog;
  /** Where views are kept; everything in it can be deleted at any time. */
  readonly viewsFolder: string;
  /** Opens the file of a view. Default: as what a server reads and writes at once. */
  readonly openFile?: (folder: string, view: ViewName) => Database;
  /** Imported into an empty log. */
  readonly organisation: () => Promise<readonly OrganisationEvent[]>;
  readonly sender: Sender;
  readonly mail: MailParts;
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string;
  /** Milliseconds by a clock that only runs forward. Default: that of this process. */
  readonly monotonic?: () => number;
  /** Something failed that this process cannot live with. */
  readonly fatal: (error: unknown) => void;
  /** Whether to begin later, by itself, where the log is away. Default: no. */
  readonly patient?: boolean;
}

/** How mail leaves this process. */
export interface MailParts extends Pick<MailerOptions, 'templates' | 'relay' | 'letterhead' | 'hold' | 'ownAddresses' | 'caps'> {
  /** Names this process among all that follow the log. */
  readonly node: string;
}
