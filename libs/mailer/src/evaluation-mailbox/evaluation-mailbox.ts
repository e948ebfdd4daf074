import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { KeptMail } from './kept-mail.js';
import type { MailboxMessage } from './mailbox-message.js';

export type { MailboxMessage } from './mailbox-message.js';

export interface EvaluationMailboxOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** The newest so many mails are kept. */
  readonly keep: number;
}

/** A mailbox that takes every mail and shows it, in memory, for those who try the program out. */
export interface EvaluationMailbox {
  readonly host: string;
  readonly port: number;
  /** Newest first. Parsed when they are first looked at, so that taking them stays fast. */
  messages(): Promise<readonly MailboxMessage[]>;
  message(id: number): Promise<MailboxMessage | undefined>;
  close(): Promise<void>;
}

/** Largest mail taken, in bytes. */
const largest = 1024 * 1024;

/** Starts it. Speaks SMTP like any relay, so that evaluation and production send the same way. */
export async function startEvaluationMailbox({ port, host, keep }: EvaluationMailboxOptions): Promise<EvaluationMailbox> {
  let kept: KeptMail[] = [];
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: largest,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('too large'), { responseCode: 552 }));
          return;
        }
        taken += 1;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        kept.push(new KeptMail(taken, Buffer.concat(chunks), to));
        if (kept.length >= 2 * keep) kept = kept.slice(-keep);
        done(null, `Ok: queued as ${taken}`);
      });
    },
  });
  server.on('error', () => undefined); // a client that hangs up is no matter of ours
  await listening(server, port, host);
  return {
    host,
    port: (server.server.address() as AddressInfo).port,
    messages: () =>
      Promise.all(
        kept
          .slice(-keep)
          .reverse()
          .map((mail) => mail.opened()),
      ),
    message: async (id) =>
      kept
        .slice(-keep)
        .find((mail) => mail.id === id)
        ?.opened(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

const listening = (server: SMTPServer, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
