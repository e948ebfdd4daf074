import type { NoticeFacts } from '#notices';
import { shredded } from '#keys';
import { Bell } from './bell.js';
import { usualCaps, type Addressee } from './caps.js';
import { Line } from './line.js';
import { mailAddress, mailboxOf } from './mail-address.js';
import { countOutbox, type MailerHealth } from './mailer-health.js';
import type { MailerOptions } from './mailer-options.js';
import { Outbox } from './outbox.js';
import { wallClock } from './wall-clock.js';

const usual = { connections: 16, overdueAfter: 600_000, grace: 5_000 };

/**
 * Sends the notices that the log asks for, and writes into the log what came of it. Several processes may send from one log.
 * Give `outbox` to a `Follower`; nothing is sent before it has been at the end of the log.
 */
export class Mailer {
  readonly outbox: Outbox;
  private readonly bell = new Bell();
  private readonly stopping = new AbortController();
  private readonly lines: readonly Line[];
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: MailerOptions) {
    const { db, node, start, relay, caps, overdueAfter = usual.overdueAfter } = options;
    this.outbox = new Outbox(db, {
      policy: { addressee: addresseeOf(options), caps: { ...usualCaps, ...caps } },
      sender: { node, start, overdueAfter },
      whenDue: () => this.bell.ring(),
      now: options.now ?? wallClock,
    });
    const around = { outbox: this.outbox, bell: this.bell, signal: this.stopping.signal };
    this.lines = Array.from({ length: relay.connections ?? usual.connections }, () => new Line(options, around));
  }

  start(): void {
    this.running = Promise.all(this.lines.map((line) => line.run()));
  }

  /** Looks at once for what may be sent now: call it when a hold has ended. */
  wake(): void {
    this.bell.ring();
  }

  health(): MailerHealth {
    return {
      ...countOutbox(this.options.db),
      relayTrouble: this.lines.find(({ relayTrouble }) => relayTrouble)?.relayTrouble,
      trouble: this.lines.find(({ trouble }) => trouble)?.trouble,
      holding: this.options.hold?.() ?? false,
    };
  }

  /** Finishes what is in hand, or breaks it off after so many milliseconds; begins nothing more. Stop it before the log closes. */
  async stop(grace = usual.grace): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    const breakOff = setTimeout(() => {
      for (const line of this.lines) line.breakOff();
    }, grace);
    await this.running;
    clearTimeout(breakOff);
  }
}

/** To whom a notice goes, as the caps count it: without the address, and the same for every way to spell it. */
function addresseeOf({ keys }: MailerOptions) {
  const hash = (text: string): string => keys.mac('mail-caps', text).toString('hex', 0, 12);
  return ({ kind, to, caseId }: NoticeFacts['NoticeRequested']): Addressee | undefined => {
    const typed = openedOr(() => keys.open(to));
    const address = typed === undefined || typed === shredded ? undefined : mailAddress(typed);
    if (!address || 'fault' in address) return undefined;
    const { mailbox, domain } = mailboxOf(address.to);
    return { mailbox: hash(mailbox), domain: hash(domain), caseId: kind === 'dated' ? `${caseId} dated` : caseId };
  };
}

/** A key that cannot be had now shows when the notice is to be sent; the outbox need not stumble over it. */
function openedOr<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
