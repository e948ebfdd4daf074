import { domainToASCII } from 'node:url';

/** Why no mail can go to an address. */
export const addressFaults = [
  'not-an-address',
  'too-long',
  'quoted',
  'not-ascii-before-at',
  'incomplete-domain',
  'bad-domain',
  'role',
  'ours',
] as const;
export type AddressFault = (typeof addressFaults)[number];

/** Where a mail goes, in ASCII as it stands in headers and on the wire; or why none can. */
export type MailAddress = { readonly to: string } | { readonly fault: AddressFault };

const longest = { address: 254, localPart: 64 };
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;
const roles = ['postmaster', 'abuse', 'mailer-daemon', 'hostmaster', 'noreply', 'no-reply', 'root'];

/**
 * The one rule for which address mail may go to: the doors ask it, so that nobody is promised a mail that cannot be sent, and the mailer
 * asks it before it sends. Not to what could carry more than one address or a line break into a header, not to ourselves (a loop), not to
 * those who answer for a mail server. A domain of other letters goes by its `xn--` form; before the @ only ASCII reaches every relay.
 * @param own domains and full addresses at which this authority itself receives, in lower case
 */
export function mailAddress(typed: string, own: readonly string[] = []): MailAddress {
  if (typed.length > 4 * longest.address) return { fault: 'too-long' };
  const address = mendAddress(typed);
  const at = address.lastIndexOf('@');
  const [local, host] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || host === '' || /[\s\p{Cc},;<>]/u.test(address)) return { fault: 'not-an-address' };
  const reached = inAscii(host);
  const fault = faultBefore(local) ?? reached.fault;
  return fault === undefined ? reachable(local, reached.ascii, own) : { fault };
}

function faultBefore(local: string): AddressFault | undefined {
  if (/["\\()]/.test(local)) return 'quoted';
  if (/[^\0-\x7f]/.test(local)) return 'not-ascii-before-at';
  if (!localPart.test(local)) return 'not-an-address';
  return roles.includes(local.toLowerCase()) ? 'role' : undefined;
}

function reachable(local: string, host: string, own: readonly string[]): MailAddress {
  const to = `${local}@${host}`;
  if (to.length > longest.address || local.length > longest.localPart) return { fault: 'too-long' };
  return own.some((one) => [to.toLowerCase(), host].includes(one)) ? { fault: 'ours' } : { to };
}

/** As the person meant it: without what shows nothing, as phones and copied texts leave it, and with a hyphen for each dash. */
export const mendAddress = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cf}\u115f\u1160\u3164]/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .trim();

/** Who is at an address, whichever way it is spelt: by case, by dots, or with what stands behind a plus sign. */
export function mailboxOf(to: string): { readonly mailbox: string; readonly domain: string } {
  const [local = '', host = ''] = to.toLowerCase().split('@');
  const plain = (/^[^+]+/.exec(local)?.[0] ?? local).replaceAll('.', '');
  return { mailbox: `${plain}@${host}`, domain: host };
}

/** Letters of two scripts in one word are a disguise: `exаmple` with one Cyrillic letter is not `example`. */
const isDisguised = (label: string): boolean => /\p{Script=Latin}/u.test(label) && /(?!\p{Script=Latin})\p{L}/u.test(label);

function inAscii(host: string): { readonly ascii: string; readonly fault?: AddressFault } {
  if (!host.includes('.')) return { ascii: '', fault: 'incomplete-domain' };
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(host) || host.split('.').some(isDisguised)) return { ascii: '', fault: 'bad-domain' };
  const ascii = domainToASCII(host).toLowerCase();
  return domain.test(ascii) ? { ascii } : { ascii, fault: 'bad-domain' };
}
