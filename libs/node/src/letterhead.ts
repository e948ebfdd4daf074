import type { Letterhead } from '#mailer';

/** Reads a sender such as `Region Gotland <synpunkter@gotland.se>`; the name may be left out. */
export function letterheadOf({ from, replyTo }: { readonly from: string; readonly replyTo: string }): Letterhead {
  const [, name = '', address = from] = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(from) ?? [];
  return { from: { name: name.replace(/^"|"$/g, ''), address }, replyTo };
}
