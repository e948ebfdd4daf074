import type { EventLog } from '#event-log';
import type { Keys } from '#keys';
import type { CaseNotice, Links, Patience, Templates } from '#notices';
import type { Database } from '#sqlite';
import type { MailCaps } from './caps.js';
import type { Letterhead } from './raw-message.js';
import type { Relay } from './relay.js';

export interface MailerOptions {
  readonly log: EventLog;
  readonly keys: Keys;
  /** The file of the outbox; it can be made again from the log at any time. */
  readonly db: Database;
  readonly templates: Templates;
  /** What the mail of a notice to a submitter leads to. */
  readonly links: (notice: CaseNotice) => Links;
  readonly relay: Relay;
  readonly letterhead: Letterhead;
  /** Where the relay sends what bounces. Default: the sender's address. */
  readonly envelopeFrom?: string;
  /** The name of this process among all that follow the log; no two at the same time have the same. */
  readonly node: string;
  /** Which start of it this is; no two starts have the same. */
  readonly start: string;
  /** While it says true nothing is claimed: after a restore a person decides what may still be sent. Ask `wake` to look again. */
  readonly hold?: () => boolean;
  /** Domains and addresses at which the authority itself receives, in lower case; no notice goes there. */
  readonly ownAddresses?: readonly string[];
  readonly patience?: Patience;
  /** After how long the claim of another node is overdue, in milliseconds. Default: ten minutes. */
  readonly overdueAfter?: number;
  /** How much goes out without a person acting; what is not named is as in `usualCaps`. */
  readonly caps?: Partial<MailCaps>;
  /** Now, as ISO 8601 in UTC. Default: the clock of this machine. */
  readonly now?: () => string;
}
