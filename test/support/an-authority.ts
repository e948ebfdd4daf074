import { jest } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Response } from 'supertest';
import { aServer, type AServer, type ServerSettings } from './a-server.js';
import { anApi, apiOf, tokenOf, type AnApi } from './an-api.js';
import { eventually } from './eventually.js';
import { startSmtpSink, type SinkMessage, type SmtpSink } from './smtp-sink.js';

/** A server at work with a relay, for all tests of a file. */
export interface AnAuthority {
  readonly server: AServer;
  readonly relay: SmtpSink;
  /** Anybody, without login. */
  readonly anyone: AnApi;
  /** One of the people of the evaluation. */
  as(slug: string): Promise<AnApi>;
  tokenOf(slug: string, now?: number, publicUrl?: string): Promise<string>;
  /** Leaves a synpunkt; what is not said is as in `aSynpunkt`. */
  submit(said?: object, headers?: Readonly<Record<string, string>>): Promise<Receipt>;
  /** The case behind a reference, as somebody's list shows it, once it is registered. */
  caseOf(reader: AnApi, receipt: Pick<Receipt, 'reference'>): Promise<ListedCase>;
  /** The mails that have come to an address, once they are so many. */
  mailTo(address: string, count: number): Promise<readonly Mail[]>;
}

export interface Receipt {
  readonly reference: string;
  readonly receiptCode: string;
  readonly receivedDate: string;
  readonly promisedDate: string | null;
}

export interface ListedCase {
  readonly caseId: string;
  readonly reference: string;
  readonly text: string;
  readonly kind: string;
  readonly receivedDate: string;
  readonly status: string;
  readonly board: string;
  readonly diaryNumbers: readonly string[];
  readonly promisedDate: string | null;
  /** How the answer stands; known a second later than the rest. */
  readonly promisedAnswer: { readonly what: string; readonly due: string; readonly state: string; readonly delivered: boolean } | null;
}

export interface Mail extends SinkMessage {
  readonly parsed: ParsedMail;
}

export const aSynpunkt = {
  kind: 'klagomal',
  text: 'Plogbilen har inte kört på Söderväg i Visby på tre dagar och trottoaren är en isbana.',
  language: 'sv',
};

/** Call it at the top of a file: the server starts before its tests and ends after them. */
export function anAuthority(settings: Omit<ServerSettings, 'relay'> = {}): AnAuthority {
  jest.setTimeout(120_000);
  let server: AServer;
  let relay: SmtpSink;

  beforeAll(async () => {
    relay = await startSmtpSink();
    server = await aServer({ ...settings, relay: relay.port });
    await server.start();
  });

  afterAll(async () => {
    await server.remove();
    await relay.close();
  });

  return {
    get server() {
      return server;
    },
    get relay() {
      return relay;
    },
    get anyone() {
      return anApi(server);
    },
    as: (slug) => apiOf(server, slug),
    tokenOf: (slug, now, publicUrl) => tokenOf(server, slug, { now, publicUrl }),
    submit: async (said = {}, headers = {}) => created(await anApi(server).post('/submissions', { ...aSynpunkt, ...said }, headers)),
    caseOf: (reader, { reference }) => eventually(() => registered(reader, reference)),
    mailTo: (address, count) => eventually(() => arrived(relay, address, count)),
  };
}

/** The body of an answer that must be 201. */
export function created({ status, body, text }: Response): Receipt {
  if (status !== 201) throw new Error(`201 was expected, and ${status} came: ${text}`);
  return body as Receipt;
}

/** Every case that somebody's list holds, page by page. */
export async function listOf(reader: AnApi, filter = ''): Promise<readonly ListedCase[]> {
  const cases: ListedCase[] = [];
  for (let after = ''; ;) {
    const { body } = await reader.get(`/cases?limit=200${filter}${after}`);
    cases.push(...(body.cases as ListedCase[]));
    if (body.next === null) return cases;
    after = `&after=${encodeURIComponent(body.next as string)}`;
  }
}

async function registered(reader: AnApi, reference: string): Promise<ListedCase | undefined> {
  const found = (await listOf(reader)).find((one) => one.reference === reference);
  return found && found.diaryNumbers.length > 0 ? found : undefined;
}

async function arrived({ messages }: SmtpSink, address: string, count: number): Promise<readonly Mail[] | undefined> {
  const mails = messages.filter(({ to }) => to.includes(address));
  if (mails.length < count) return undefined;
  return Promise.all(mails.map(async (mail) => ({ ...mail, parsed: await simpleParser(Buffer.from(mail.raw, 'latin1')) })));
}
