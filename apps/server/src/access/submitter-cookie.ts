import type { SessionSettings } from '#identity';
import type { OpenedCase } from './opened-cases.js';

/** How long a receipt code, once typed, opens its case to this browser, in milliseconds. */
const life = 30 * 60_000;

const name = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-synpunkt' : 'synpunkt');

interface Kept extends OpenedCase {
  readonly until: number;
}

/** Lets the browser that showed a receipt code, or followed the link of a mail, go on with that one case for a while. */
export function submitterCookie({ sealer, publicUrl }: SessionSettings, opened: OpenedCase, now: number) {
  const kept: Kept = { ...opened, until: now + life };
  return { name: name(publicUrl), value: sealer.seal('submitter', kept), options: optionsFor(publicUrl) };
}

/** Takes it from the browser. */
export const submitterGone = ({ publicUrl }: SessionSettings) => ({
  name: name(publicUrl),
  value: '',
  options: { ...optionsFor(publicUrl), maxAge: 0 },
});

/** The case that a browser's cookies say was opened to it a while ago at most; whether it is open still is not for a cookie to say. */
export function openedIn(
  cookies: Readonly<Record<string, string | undefined>>,
  { sealer, publicUrl }: SessionSettings,
  now: number,
): OpenedCase | undefined {
  const cookie = cookies[name(publicUrl)];
  const kept = cookie === undefined ? undefined : (sealer.open('submitter', cookie) as Kept | undefined);
  return kept && kept.until > now && kept.until <= now + life ? kept : undefined;
}

const optionsFor = (publicUrl: string) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') }) as const;
