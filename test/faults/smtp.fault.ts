import { jest } from '@jest/globals';
import { ended, eventsOf, hasty, relayAt, request } from '#test/a-mailer';
import { aPostOffice } from '#test/a-post-office';
import { Chance } from '#test/chance';
import type { Fault } from '#test/smtp-sink';

const office = aPostOffice();
jest.setTimeout(60_000);

describe.each<[string, Fault, string[], number]>([
  ['refuses the connection', { at: 'connect', cut: true }, ['Claimed', 'HandedOver'], 1],
  ['says nothing when connected', { at: 'connect', stall: true }, ['Claimed', 'HandedOver'], 1],
  ['greets with 421', { at: 'greeting', reply: '421 4.3.2 closing', cut: true }, ['Claimed', 'HandedOver'], 1],
  ['greets with 554', { at: 'greeting', reply: '554 5.3.2 no' }, ['Claimed', 'HandedOver'], 1],
  ['hangs up at EHLO', { at: 'ehlo', cut: true }, ['Claimed', 'HandedOver'], 1],
  ['hangs up at MAIL', { at: 'mail', cut: true }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['stalls at MAIL', { at: 'mail', stall: true }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers MAIL with 451', { at: 'mail', reply: '451 4.7.1 later' }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers MAIL with 550', { at: 'mail', reply: '550 5.7.1 not you' }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['hangs up at RCPT', { at: 'rcpt', cut: true }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers RCPT with 450', { at: 'rcpt', reply: '450 4.2.0 grey' }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers RCPT with 421', { at: 'rcpt', reply: '421 4.7.0 slow down', cut: true }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers RCPT with 550', { at: 'rcpt', reply: '550 5.1.1 unknown' }, ['Claimed', 'Failed'], 0],
  ['answers RCPT in two lines', { at: 'rcpt', reply: '250-2.1.5 yes\r\n250 2.1.5 yes' }, ['Claimed', 'HandedOver'], 1],
  ['answers RCPT with 251', { at: 'rcpt', reply: '251 will forward' }, ['Claimed', 'HandedOver'], 1],
  ['hangs up at DATA', { at: 'data', cut: true }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers DATA with 452', { at: 'data', reply: '452 4.3.1 full' }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers DATA with 554', { at: 'data', reply: '554 5.6.0 no' }, ['Claimed', 'Failed'], 0],
  ['hangs up in the body', { at: 'body', cut: true, afterBytes: 10 }, ['Claimed', 'Uncertain', 'Claimed', 'HandedOver'], 1],
  ['answers the message with 451', { at: 'dot', reply: '451 4.3.0 later' }, ['Claimed', 'Deferred', 'Claimed', 'HandedOver'], 1],
  ['answers the message with 554', { at: 'dot', reply: '554 5.7.1 spam' }, ['Claimed', 'Failed'], 0],
  ['hangs up after the final dot', { at: 'dot', cut: true }, ['Claimed', 'Uncertain', 'Claimed', 'HandedOver'], 2],
  ['hangs up after the dot and has lost it', { at: 'dot', cut: true, keeps: false }, ['Claimed', 'Uncertain', 'Claimed', 'HandedOver'], 1],
  ['stalls after the final dot', { at: 'dot', stall: true }, ['Claimed', 'Uncertain', 'Claimed', 'HandedOver'], 2],
  ['says 250 and hangs up', { at: 'dot', reply: '250 Ok: queued as Q9', cut: true, keeps: true }, ['Claimed', 'HandedOver'], 1],
])('when the relay %s', (_, fault, story, delivered) => {
  it('loses nothing, sends nothing but the same bytes again, and records what is known', async () => {
    const sink = await office.sinkWith(fault);
    await office.mailing(sink);
    const id = await request(office.on);
    expect(await ended(office.on, id)).toEqual(['Requested', ...story]);
    expect(sink.messages).toHaveLength(delivered);
    expect(new Set(sink.messages.map(({ raw }) => raw)).size).toBeLessThanOrEqual(1);
    expect(sink.messages.every(({ messageId }) => messageId === `<${id}@gotland.example>`)).toBe(true);
  });
});

describe('in each tenth of the body', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('a cut at %i/10 leads to the same bytes again', async (tenth) => {
    const sink = await office.sinkWith({ at: 'body', cut: true, afterBytes: 500 * tenth });
    await office.mailing(sink);
    const id = await request(office.on);
    expect(await ended(office.on, id)).toEqual(['Requested', 'Claimed', 'Uncertain', 'Claimed', 'HandedOver']);
    expect(sink.messages).toHaveLength(1);
  });
});

describe('a relay that takes every message and never says so', () => {
  it('gets it three times at most', async () => {
    const sink = await office.sinkWith(...Array<Fault>(9).fill({ at: 'dot', cut: true }));
    await office.mailing(sink);
    const id = await request(office.on);
    expect((await ended(office.on, id)).at(-1)).toBe('Failed');
    expect(sink.messages).toHaveLength(3);
    expect(new Set(sink.messages.map(({ raw }) => raw)).size).toBe(1);
    expect((await eventsOf(office.on, id)).at(-1)?.data).toEqual({ code: 'uncertain' });
  });
});

describe('a relay that misbehaves on every other connection, at any step, while many are to be told', () => {
  const many = 150;
  const faults: readonly Fault[] = [
    ...(['connect', 'greeting', 'ehlo', 'mail', 'rcpt', 'data', 'body', 'dot'] as const).map((at) => ({ at, cut: true }) as const),
    ...(['mail', 'rcpt', 'data', 'dot'] as const).map((at) => ({ at, reply: '451 4.3.0 later' })),
    { at: 'body', cut: true, afterBytes: 2_000 },
    { at: 'dot', cut: true, keeps: false },
    { at: 'dot', reply: '250 Ok: queued as Q1', cut: true, keeps: true },
  ];

  it('gets every message, never two that differ under one id, and none twice of which the log does not say so', async () => {
    const chance = new Chance(Date.now());
    const sink = await office.sinkWith(...Array.from({ length: 4_000 }, () => (chance.next() < 0.5 ? chance.oneOf(faults) : undefined)));
    const patience = { ...hasty, brokenOffAtMost: 20 };
    await office.mailing(sink, { relay: relayAt(sink.port, { connections: 8 }), patience });
    const ids = await Promise.all(Array.from({ length: many }, () => request(office.on)));

    const stories = await Promise.all(ids.map((id) => ended(office.on, id)));
    expect(stories.filter((story) => story.at(-1) !== 'HandedOver')).toEqual([]);
    for (const [index, id] of ids.entries()) {
      const copies = sink.messages.filter(({ messageId }) => messageId === `<${id}@gotland.example>`);
      expect(copies.length).toBeGreaterThan(0);
      expect(new Set(copies.map(({ raw }) => raw)).size).toBe(1);
      expect(copies.length - 1).toBeLessThanOrEqual(stories[index]!.filter((what) => what === 'Uncertain').length);
    }
  });
});
