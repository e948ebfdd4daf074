import { isIP } from 'node:net';
import type { Environment } from './environment.js';
import { isMailbox } from './mailboxes.js';

/** The settings that name a place or a mailbox. */
interface Addresses {
  readonly publicUrl: string;
  readonly production: boolean;
  readonly mail: { readonly from: string; readonly replyTo: string };
  readonly trustedProxies: readonly string[];
}

/** What people and mails are led to, and whom this program believes and reaches, are what they can be. */
export function checkAddresses(env: Environment, settings: Addresses, needed: boolean): void {
  checkPages(env, settings, needed);
  checkMailbox(env, 'MAIL_FROM', { mailbox: settings.mail.from, needed });
  checkMailbox(env, 'MAIL_REPLY_TO', { mailbox: settings.mail.replyTo, needed });
  checkNetwork(env, settings);
}

function checkPages(env: Environment, { publicUrl, production }: Addresses, needed: boolean): void {
  if (URL.canParse(publicUrl) && new URL(publicUrl).pathname !== '/') env.complain('PUBLIC_URL', 'must have no path: the pages begin at /');
  if (!needed) return;
  env.secureUrl('PUBLIC_URL', { evenHere: production });
  env.secureUrl('OIDC_ISSUER', { evenHere: false });
}

function checkMailbox(env: Environment, name: string, { mailbox, needed }: { readonly mailbox: string; readonly needed: boolean }): void {
  const isHere = needed && /@localhost>?$/i.test(mailbox);
  if (mailbox !== '' && (!isMailbox(mailbox) || isHere))
    env.complain(name, 'must look like synpunkter@example.se or Region Gotland <synpunkter@example.se>');
}

function checkNetwork(env: Environment, { trustedProxies }: Addresses): void {
  if (!trustedProxies.every(isNetwork)) env.complain('TRUSTED_PROXIES', 'must be addresses or networks, as in 10.0.0.7,10.1.0.0/16');
}

/** All there is (`/0`) is none: anybody could then name the address to be counted under. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, address = '', bits] = /^([^/]+)(?:\/([1-9]\d{0,2}))?$/.exec(text) ?? [];
  const family = isIP(address);
  return family > 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128));
}
