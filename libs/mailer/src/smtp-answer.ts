import type { Attempt } from '#notices';

/** What nodemailer tells of an error. */
export interface SmtpError extends Error {
  readonly code?: string;
  /** The code of the error under it, as Node gives it. */
  readonly originalCode?: string;
  /** The number of the relay's reply, if it replied. */
  readonly responseCode?: number;
  readonly response?: string;
  /** Which command was answered; `CONN` if the connection itself was in trouble. */
  readonly command?: string;
}

/** The relay said yes. */
export function accepted(response: string): Attempt {
  const said = withoutAddresses(response);
  const queueId = /(?:queued as|\bid=|InternalId=)\s*([\w.-]{1,100})/i.exec(said)?.[1];
  return { outcome: 'handed-over', response: said, ...(queueId !== undefined && { queueId }) };
}

/**
 * What an error means for the notice.
 * @param begun whether the relay had asked for the message: from then on a broken connection leaves open whether it has it
 */
export function refused(error: SmtpError, begun: boolean): Attempt {
  const { responseCode, response = '', command } = error;
  const answered = responseCode !== undefined && !(begun && command === 'CONN');
  if (!answered) return begun ? { outcome: 'uncertain' } : { outcome: 'deferred', code: troubleCode(error) };
  const code = replyCode(responseCode, response);
  return isFinal(responseCode, command) ? { outcome: 'failed', code } : { outcome: 'deferred', code };
}

/** A word for what was wrong with a connection; never the text of an error, which may hold an address. */
export function troubleCode({ code, originalCode = '', responseCode, response = '' }: SmtpError): string {
  if (/CERT|SELF_SIGNED|SSL|TLS/.test(originalCode)) return 'tls-refused';
  if (responseCode !== undefined) return replyCode(responseCode, response);
  return words[code ?? ''] ?? 'connection-lost';
}

const words: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'timeout',
  EDNS: 'unknown-host',
  ETLS: 'tls-refused',
  EAUTH: 'login-refused',
  EPROTOCOL: 'not-understood',
};

/** A refusal of the sender is about us and our settings, and 503 about the session; neither is a verdict on the recipient. */
const isFinal = (reply: number, command: string | undefined): boolean =>
  reply >= 500 && reply < 600 && reply !== 503 && command !== 'MAIL FROM' && command !== 'CONN';

function replyCode(reply: number, response: string): string {
  const basic = reply >= 400 && reply < 600 ? String(reply) : 'not-understood';
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return enhanced !== undefined && basic !== 'not-understood' ? `${basic} ${enhanced}` : basic;
}

const withoutAddresses = (response: string): string =>
  response
    .replace(/\s+/g, ' ')
    .replace(/\S*@\S*/g, '<address>')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 200);
