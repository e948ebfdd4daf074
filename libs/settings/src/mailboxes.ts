/** What keeps the greeting of a mail from being read as anything else: no mark-up, no second address, nothing that ends a header. */
const displayName = /^[\p{L}\p{N}][\p{L}\p{N} .,'’&()/+–-]{0,98}$/u;
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Whether a text names one mailbox, as in `synpunkter@example.se` or `Region Gotland <synpunkter@example.se>`. */
export function isMailbox(text: string): boolean {
  const [, name, named] = /^(.*?)\s*<([^<>]*)>$/.exec(text) ?? [];
  return isAddress(named ?? text) && (name === undefined || name === '' || displayName.test(unquoted(name)));
}

/** An address that other programs reach: a name at a domain of several labels, or at this very machine. Other alphabets are written as `xn--…`. */
function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || address.length > 254 || local.length > 64 || !localPart.test(local)) return false;
  const labels = domain.split('.');
  return labels.every((one) => label.test(one)) && (domain === 'localhost' || (labels.length > 1 && /[a-z]/i.test(labels.at(-1) ?? '')));
}

const unquoted = (name: string): string => name.replace(/^"([^"]*)"$/, '$1');
