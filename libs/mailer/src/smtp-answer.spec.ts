import { accepted, refused, troubleCode, type SmtpError } from './smtp-answer.js';

const error = (told: Partial<SmtpError>): SmtpError => Object.assign(new Error('rcpt karin@example.com'), told);

describe('what the relay answered', () => {
  it('is kept without addresses, line breaks and control characters, and is not long', () => {
    expect(accepted('250-2.1.5 ok\r\n250 2.0.0 <karin@example.com>: queued as 4FzYkQ1c2Yz9\u0007')).toEqual({
      outcome: 'handed-over',
      response: '250-2.1.5 ok 250 2.0.0 <address> queued as 4FzYkQ1c2Yz9?',
      queueId: '4FzYkQ1c2Yz9',
    });
    expect(accepted(`250 ${'x'.repeat(1000)}`)).toMatchObject({ response: expect.stringMatching(/^.{200}$/) as string });
  });

  it.each([
    ['250 OK id=1tFz9k-0003Xy-2B', '1tFz9k-0003Xy-2B'],
    ['250 2.6.0 <x> [InternalId=4711, Hostname=relay] Queued mail for delivery', '4711'],
    ['250 Ok', undefined],
  ])('tells the number in its queue: %s', (response, queueId) => {
    expect(accepted(response)).toMatchObject({ outcome: 'handed-over', ...(queueId !== undefined && { queueId }) });
  });
});

describe('a refusal', () => {
  it('is a code and never the text of the relay', () => {
    const told = error({ responseCode: 550, response: '550 5.1.1 karin@example.com unknown', command: 'RCPT TO' });
    expect(refused(told, false)).toEqual({ outcome: 'failed', code: '550 5.1.1' });
  });

  it('of the sender, or of the order of commands, is no verdict on the recipient', () => {
    expect(refused(error({ responseCode: 530, response: '530 5.7.0 log in', command: 'MAIL FROM' }), false)).toMatchObject({
      outcome: 'deferred',
    });
    expect(refused(error({ responseCode: 503, response: '503 bad sequence', command: 'DATA' }), false)).toMatchObject({
      outcome: 'deferred',
    });
  });

  it('is uncertain where the connection broke once the relay had asked for the message', () => {
    expect(refused(error({ code: 'ECONNECTION', command: 'CONN' }), true)).toEqual({ outcome: 'uncertain' });
    expect(refused(error({ responseCode: 421, command: 'CONN' }), true)).toEqual({ outcome: 'uncertain' });
    expect(refused(error({ code: 'ECONNECTION', command: 'CONN' }), false)).toEqual({ outcome: 'deferred', code: 'connection-lost' });
    expect(refused(error({ code: 'ETIMEDOUT', command: 'CONN' }), false)).toEqual({ outcome: 'deferred', code: 'timeout' });
  });

  it('names trouble in a word', () => {
    expect(['EDNS', 'ETLS', 'EAUTH', 'EPROTOCOL', 'ESOCKET'].map((code) => troubleCode(error({ code })))).toEqual([
      'unknown-host',
      'tls-refused',
      'login-refused',
      'not-understood',
      'connection-lost',
    ]);
  });
});
