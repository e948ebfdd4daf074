import type { EventLog } from '#event-log';
import { isSameSecret } from '#identity';
import { noticeStream, type NoticeFacts } from '#notices';

/** The case that a link leads to, the address that it was sent to (sealed), and since when it has been on its way. */
export type MailLink = Pick<NoticeFacts['NoticeRequested'], 'caseId' | 'to' | 'requestedAt'>;

/**
 * The links in mails, as `/folj/<notice id>.<HMAC>`: nothing is stored, opening one changes nothing, and it is valid as long
 * as the address that it was sent to is the case's, and until a new code is made.
 */
export class MailLinks {
  constructor(
    private readonly log: EventLog,
    private readonly mac: (purpose: string, value: string) => Buffer,
    private readonly publicUrl: string,
  ) {}

  linkOf(noticeId: string, language: string): string {
    return `${this.publicUrl}${language === 'en' ? '/en' : ''}/folj/${noticeId}.${this.tag(noticeId)}`;
  }

  /** Where a link leads; undefined if it was not made here, whatever it is. */
  async open(token: string): Promise<MailLink | undefined> {
    const [noticeId = '', given = '', ...more] = token.split('.');
    if (more.length > 0 || !/^[0-9a-f-]{36}$/.test(noticeId) || !isSameSecret(given, this.tag(noticeId))) return undefined;
    for await (const { type, data } of this.log.read(noticeStream(noticeId), { limit: 1 })) {
      if (type === 'NoticeRequested') return data as NoticeFacts['NoticeRequested'];
    }
    return undefined;
  }

  /** 128 bits: nobody guesses one. */
  private tag(noticeId: string): string {
    return this.mac('mail-link', noticeId).subarray(0, 16).toString('base64url');
  }
}
