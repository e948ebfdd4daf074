const longest = { address: 254, localPart: 64 };
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;
const roles = ['postmaster', 'abuse', 'mailer-daemon', 'hostmaster', 'noreply', 'no-reply', 'root'];

/**
 * Whether mail may go to an address. Not to what could carry more than one address or a line break into a header, not to
 * ourselves (a loop), not to those who answer for a mail server. Without letters beyond ASCII, because two that look alike are two.
 * @param ownDomains domains and full addresses at which this authority itself receives, in lower case
 */
export function isDeliverableAddress(address: string, ownDomains: readonly string[] = []): boolean {
  const at = address.lastIndexOf('@');
  const [local, host] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || address.length > longest.address || local.length > longest.localPart) return false;
  if (!localPart.test(local) || !domain.test(host)) return false;
  return !roles.includes(local.toLowerCase()) && !ownDomains.some((own) => [address.toLowerCase(), host.toLowerCase()].includes(own));
}
