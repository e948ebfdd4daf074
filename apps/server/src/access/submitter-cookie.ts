import type { SessionSettings, SubmitterCaller } from '#identity';

/** How long a receipt code, once typed, opens its case to this browser, in milliseconds. */
const life = 30 * 60_000;

const name = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-synpunkt' : 'synpunkt');

interface Opened {
  readonly caseId: string;
  readonly until: number;
}

/** Lets the browser that showed a receipt code, or followed the link of a mail, go on with that one case for a while. */
export function submitterCookie({ sealer, publicUrl }: SessionSettings, caseId: string, now: number) {
  const opened: Opened = { caseId, until: now + life };
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const;
  return { name: name(publicUrl), value: sealer.seal('submitter', opened), options };
}

/** The submitter that a browser's cookies stand for. */
export function submitterOf(
  cookies: Readonly<Record<string, string | undefined>>,
  { sealer, publicUrl }: SessionSettings,
): SubmitterCaller | undefined {
  const cookie = cookies[name(publicUrl)];
  const opened = cookie === undefined ? undefined : (sealer.open('submitter', cookie) as Opened | undefined);
  return opened && opened.until > Date.now() ? { kind: 'submitter', caseId: opened.caseId } : undefined;
}
