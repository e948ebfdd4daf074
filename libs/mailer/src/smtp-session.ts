import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Attempt } from '#notices';
import type { Relay } from './relay.js';
import { accepted, refused, troubleCode, type SmtpError } from './smtp-answer.js';

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** How long the relay has to answer QUIT, in milliseconds. */
const goodbye = 1_000;

/** The relay cannot be spoken to now. Says nothing about any notice. */
export class RelayUnavailable extends Error {
  constructor(readonly code: string) {
    super(`the relay is not available: ${code}`);
  }
}

/**
 * One connection to the relay, opened when needed and kept for the next message. nodemailer's own pool is not used: it sends a
 * message again by itself when a connection breaks, and does not say how far the message had come.
 */
export class SmtpSession {
  private connection: SMTPConnection | undefined;
  private used = false;

  constructor(private readonly relay: Relay) {}

  /** @throws RelayUnavailable */
  async open(): Promise<void> {
    if (this.connection) return;
    const connection = new SMTPConnection(optionsOf(this.relay));
    try {
      await connected(connection);
      if (this.relay.auth) await loggedIn(connection, this.relay.auth);
    } catch (error) {
      connection.close();
      throw new RelayUnavailable(troubleCode(error as SmtpError));
    }
    this.used = false;
    this.connection = connection;
    connection.once('end', () => {
      if (this.connection === connection) this.connection = undefined;
    });
  }

  /** Hands one message over. Never throws. */
  async send(envelope: Envelope, message: Buffer): Promise<Attempt> {
    const wasUsed = this.used;
    const attempt = await this.once(envelope, message);
    // A relay may hang up on a connection that lay idle. Nothing was sent, so the same goes out on a new one.
    if (!wasUsed || attempt.outcome !== 'deferred' || attempt.code !== 'connection-lost') return attempt;
    return this.once(envelope, message);
  }

  /** Ends the connection; what is under way on it is broken off. */
  close(): void {
    this.connection?.close();
    this.connection = undefined;
  }

  /** Says goodbye, and does not wait long for an answer. */
  quit(): void {
    const connection = this.connection;
    this.connection = undefined;
    connection?.quit();
    setTimeout(() => connection?.close(), goodbye).unref();
  }

  private async once(envelope: Envelope, message: Buffer): Promise<Attempt> {
    try {
      await this.open();
    } catch (error) {
      return { outcome: 'deferred', code: error instanceof RelayUnavailable ? error.code : 'connection-lost' };
    }
    this.used = true;
    const body = readOnce(message);
    try {
      if (!this.connection) return { outcome: 'deferred', code: 'connection-lost' };
      return accepted(await sent(this.connection, { ...envelope, size: message.length }, body));
    } catch (error) {
      this.close(); // whatever it was, the next message deserves a session in a known state
      return refused(error as SmtpError, body.readableDidRead);
    }
  }
}

const optionsOf = (relay: Relay): SMTPConnection.Options => ({
  host: relay.host,
  port: relay.port,
  secure: relay.secure ?? false,
  requireTLS: relay.requireTls ?? false,
  tls: { rejectUnauthorized: true, ...relay.tls },
  ...(relay.clientName !== undefined && { name: relay.clientName }),
  connectionTimeout: relay.connectTimeout ?? 30_000,
  greetingTimeout: relay.connectTimeout ?? 30_000,
  socketTimeout: relay.answerTimeout ?? 120_000,
  logger: false,
});

const connected = (connection: SMTPConnection): Promise<void> => {
  connection.on('error', () => undefined); // without a listener of its own an error would end the process
  return unlessItEnds(connection, (resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
};

const loggedIn = (connection: SMTPConnection, { user, pass }: { user: string; pass: string }): Promise<void> =>
  unlessItEnds(connection, (resolve, reject) => {
    connection.login({ user, pass, credentials: { user, pass } }, (error) => (error ? reject(error) : resolve()));
  });

const sent = (connection: SMTPConnection, envelope: SMTPConnection.Envelope, body: Readable): Promise<string> =>
  unlessItEnds(connection, (resolve, reject) => {
    connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info.response)));
  });

/** A step of the dialogue. nodemailer forgets the callback of a step when the connection is closed from our side. */
async function unlessItEnds<T>(
  connection: SMTPConnection,
  step: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  let stop: (error: Error) => void = () => undefined;
  const ended = (): void => {
    stop(new Error('the connection ended'));
  };
  const failed = (error: Error): void => {
    stop(error);
  };
  connection.on('error', failed).on('end', ended);
  try {
    return await new Promise<T>((resolve, reject) => {
      stop = reject;
      step(resolve, reject);
    });
  } finally {
    connection.off('error', failed).off('end', ended);
  }
}

/** A stream shows whether it was read: nodemailer reads it when the relay has asked for the message. */
const readOnce = (message: Buffer): Readable =>
  new Readable({
    read() {
      this.push(message);
      this.push(null);
    },
  });
