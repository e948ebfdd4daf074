import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { startSmtpSink } from '#test/smtp-sink';
import type { Relay } from './relay.js';
import { SmtpSession } from './smtp-session.js';

const envelope = { from: 'synpunkter@gotland.example', to: 'karin@example.com' };
const message = Buffer.from('Subject: hej\r\n\r\nhej\r\n');

const sendTo = async (port: number, more: Partial<Relay>) => {
  const session = new SmtpSession({ host: '127.0.0.1', port, connectTimeout: 30_000, answerTimeout: 30_000, ...more });
  try {
    return await session.send(envelope, message);
  } finally {
    session.close();
  }
};

describe('a relay whose certificate nobody vouches for', () => {
  let relay: SMTPServer;
  let port: number;

  beforeAll(async () => {
    relay = new SMTPServer({ authOptional: true, disableReverseLookup: true, logger: false }); // brings a certificate of its own
    relay.on('error', () => undefined);
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    port = (relay.server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise<void>((resolve) => relay.close(resolve)));

  it('gets nothing', async () => {
    expect(await sendTo(port, {})).toEqual({ outcome: 'deferred', code: 'tls-refused' });
    expect(await sendTo(port, { requireTls: true })).toEqual({ outcome: 'deferred', code: 'tls-refused' });
  });

  it('gets mail if the operator says that it may', async () => {
    expect(await sendTo(port, { requireTls: true, tls: { rejectUnauthorized: false } })).toMatchObject({ outcome: 'handed-over' });
  });
});

it('sends nothing in clear to a relay without TLS where TLS is required', async () => {
  const sink = await startSmtpSink();
  expect(await sendTo(sink.port, { requireTls: true })).toEqual({ outcome: 'deferred', code: '502 5.5.2' });
  expect(sink.commands.join()).not.toContain('MAIL');
  await sink.close();
});
