import type { CaseFacts } from './events.js';

/**
 * Whether receipt is told in the moment of receiving: in conversation, or on the page that shows the receipt code. Whoever left an address
 * for e-mail is told by e-mail, and a letter or a mail without one tells nothing back.
 */
export const isAcknowledgedAtOnce = ({ channel, contact }: Pick<CaseFacts['CaseReceived'], 'channel' | 'contact'>): boolean =>
  contact?.email === undefined && channel !== 'letter' && channel !== 'email';
