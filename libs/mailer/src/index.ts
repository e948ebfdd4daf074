/**
 * SENDING: claims the notices that the log asks for, sends them by SMTP and records what happened. Knows no case and no words.
 */
export { changeMailHold } from './change-mail-hold.js';
export { addressFaults, mailAddress, mailboxOf, mendAddress, type AddressFault, type MailAddress } from './mail-address.js';
export { loadEvaluationMailbox } from './load-evaluation-mailbox.js';
export type { EvaluationMailbox, EvaluationMailboxOptions, MailboxMessage } from './evaluation-mailbox/evaluation-mailbox.js';
export { holdMail, mailHold, releaseMail } from './mail-hold.js';
export { Mailer } from './mailer.js';
export { outboxView } from './outbox-tables.js';
export { type MailerHealth } from './mailer-health.js';
export { type MailerOptions } from './mailer-options.js';
export { recordBounce, type Bounce } from './record-bounce.js';
export { type Letterhead } from './raw-message.js';
export { type Relay } from './relay.js';
