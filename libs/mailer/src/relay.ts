import type { ConnectionOptions } from 'node:tls';

/** The mail server that takes our mails. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS wherever the relay offers it. */
  readonly secure?: boolean;
  /** Nothing is sent unless STARTTLS succeeds. */
  readonly requireTls?: boolean;
  readonly tls?: Pick<ConnectionOptions, 'rejectUnauthorized' | 'ca' | 'servername'>;
  readonly auth?: { readonly user: string; readonly pass: string };
  /** How many connections are used at once, each for one notice at a time. Default: 16. */
  readonly connections?: number;
  /** The name with which we introduce ourselves. Default: the name of the machine. */
  readonly clientName?: string;
  /** How long to wait for a connection and a greeting, in milliseconds. Default: 30 s. */
  readonly connectTimeout?: number;
  /** How long to wait for an answer, in milliseconds; four of these are less than ten minutes. Default: 2 min. */
  readonly answerTimeout?: number;
}
