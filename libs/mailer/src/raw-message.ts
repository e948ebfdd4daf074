import { encodeWord, encodeWords, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';
import { encode, wrap } from 'nodemailer/lib/qp';
import type { Rendered } from '#notices';

/** Whose mail it is, and where answers go. */
export interface Letterhead {
  readonly from: { readonly name: string; readonly address: string };
  /** An inbox that people read and register. */
  readonly replyTo: string;
}

export interface Letter {
  readonly noticeId: string;
  /** Of the case that it is about, if it is about one. */
  readonly reference?: string;
  /** One address in ASCII, as `mailAddress` gives it. */
  readonly to: string;
  readonly rendered: Rendered;
  readonly date: Date;
}

/** The widest encoded word, so that a header line stays below 76 signs. */
const wordLength = 52;

/**
 * The mail as it goes over the wire (RFC 5322), in ASCII, made once for all attempts. All mails of a case hang on one root that
 * is made from its reference, so that a mail program shows them together. No `Precedence`: RFC 3834 leaves it to `Auto-Submitted`.
 * By hand, because the general composer of nodemailer takes as long as all the rest of the sending.
 */
export function rawMessage({ noticeId, reference, to, rendered, date }: Letter, { from, replyTo }: Letterhead): string {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const root = reference === undefined ? {} : threadOf(`<${reference.toLowerCase()}@${domain}>`);
  const boundary = `=_${noticeId}`; // quoted-printable never yields "=_"
  const headers: Readonly<Record<string, string>> = {
    From: `${displayName(from.name)} <${from.address}>`,
    To: to,
    'Reply-To': replyTo,
    Subject: encodeWords(oneLine(rendered.subject), 'Q', wordLength),
    Date: date.toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${noticeId}@${domain}>`,
    ...root,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'MIME-Version': '1.0',
    'Content-Type': `multipart/alternative; boundary="${boundary}"`,
  };
  const lines = [
    ...Object.entries(headers).map(([name, value]) => foldLines(`${name}: ${oneLine(value)}`, 76)),
    '',
    ...part(boundary, 'text/plain', rendered.text),
    ...part(boundary, 'text/html', rendered.html),
    `--${boundary}--`,
    '',
  ];
  return lines.join('\r\n');
}

const threadOf = (root: string) => ({ 'In-Reply-To': root, References: root });

const part = (boundary: string, type: string, content: string): string[] => [
  `--${boundary}`,
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: quoted-printable',
  '',
  wrap(encode(content.replace(/\r\n|\r|\n/g, '\r\n')), 76),
];

/** Whatever a header is given, it stays one header. */
const oneLine = (value: string): string => value.replace(/\p{Cc}+/gu, ' ');

function displayName(name: string): string {
  const plain = oneLine(name);
  if (/^[\w ]+$/.test(plain)) return plain;
  return /^[ -~]+$/.test(plain) ? quoteString(plain) : encodeWord(plain, 'Q', wordLength);
}
