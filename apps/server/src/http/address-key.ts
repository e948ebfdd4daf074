import { isIPv6 } from 'node:net';

/** Whoever has one address of IPv6 has 2^64 of them: all of a /64 count as one, and an IPv4 address in the clothes of IPv6 as itself. */
export function addressKey(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (embedded !== undefined) return embedded;
  const [head = '', tail] = ip.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
