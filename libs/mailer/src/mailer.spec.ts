import { randomUUID } from 'node:crypto';
import { noticeStream, type NoticeFacts } from '#notices';
import { ended, eventsOf, relayAt, request, requestDigest, storyOf } from '#test/a-mailer';
import { aPostOffice, eventually } from '#test/a-post-office';
import { noticeEvent } from '#test/notice-events';
import { startSmtpSink } from '#test/smtp-sink';

const office = aPostOffice();

describe('a notice', () => {
  it('is claimed, handed over, and recorded with what the relay answered', async () => {
    const sink = await office.sinkWith();
    const { mailer } = await office.mailing(sink);
    const id = await request(office.on, { to: 'karin.lindqvist@example.com' });
    expect(await ended(office.on, id)).toEqual(['Requested', 'Claimed', 'HandedOver']);
    const [, claimed, handedOver] = await eventsOf(office.on, id);
    expect(handedOver?.data).toMatchObject({ response: '250 2.0.0 Ok: queued as Q1', queueId: 'Q1' });
    expect(claimed?.metadata.correlationId).toBe(id);
    expect(sink.messages).toMatchObject([{ from: 'synpunkter@gotland.example', to: ['karin.lindqvist@example.com'] }]);
    await eventually(() => mailer.health().handedOver === 1);
    expect(mailer.health()).toMatchObject({ waiting: 0, claimed: 0, oldestWaiting: undefined });
  });

  it('says who it is from, that no program shall answer, and to which case it belongs', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink);
    const id = await request(office.on);
    await ended(office.on, id);
    const raw = sink.messages[0]?.raw ?? '';
    for (const header of [
      'From: Region Gotland <synpunkter@gotland.example>',
      'Reply-To: regiongotland@gotland.example',
      `Message-ID: <${id}@gotland.example>`,
      'References: <rg-wd5c-429e-a093@gotland.example>',
      'In-Reply-To: <rg-wd5c-429e-a093@gotland.example>',
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
    ]) {
      expect(raw).toContain(`${header}\r\n`);
    }
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]|[^\t\r\n -~]/);
  });
});

describe('the digest of a person', () => {
  it('goes the same way: claimed once, the same bytes at each attempt, and no case to hang on', async () => {
    const sink = await office.sinkWith({ at: 'dot', reply: '451 4.3.0 Not now', keeps: true });
    await office.mailing(sink);
    const id = await requestDigest(office.on);
    expect(await ended(office.on, id)).toEqual(['Requested', 'Claimed', 'Deferred', 'Claimed', 'HandedOver']);
    const [first, second] = sink.messages;
    expect(sink.messages).toHaveLength(2);
    expect(second?.raw).toBe(first?.raw);
    expect(first).toMatchObject({ to: ['hanna.bjork@gotland.se'], messageId: `<${id}@gotland.example>` });
    expect(first?.raw).not.toMatch(/^(References|In-Reply-To):/m);
  });

  it('counts against no cap, and not for the caps of a submitter who has the same address', async () => {
    const sink = await office.sinkWith();
    const { mailer } = await office.mailing(sink, { caps: { perAddress: 1 } });
    const to = 'hanna.bjork@gotland.se';
    for (let times = 0; times < 3; times++) await ended(office.on, await requestDigest(office.on, { to }));
    expect(await ended(office.on, await request(office.on, { to, automatic: true }))).toContain('HandedOver');
    await eventually(() => mailer.health().handedOver === 4);
  });

  it('waits while mail is held', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink, { hold: () => true });
    const id = await requestDigest(office.on);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await eventsOf(office.on, id)).toHaveLength(1);
  });
});

describe('a relay that hangs up on an idle connection', () => {
  it('costs nothing but a new connection', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink);
    await ended(office.on, await request(office.on));
    sink.hangUp();
    expect(await ended(office.on, await request(office.on))).toEqual(['Requested', 'Claimed', 'HandedOver']);
  });
});

describe('a relay that is away', () => {
  it('is no fact about any notice, and shows on health', async () => {
    const sink = await startSmtpSink();
    await sink.close();
    const { mailer } = await office.mailing(sink);
    const id = await request(office.on);
    await eventually(() => mailer.health().relayTrouble !== undefined);
    expect(await storyOf(office.on, id)).toEqual(['Requested']);
    expect(mailer.health()).toMatchObject({ waiting: 1, relayTrouble: 'connection-lost' });
  });
});

describe('a mailer that is stopped', () => {
  it('breaks off what takes too long, and says that it is uncertain', async () => {
    const sink = await office.sinkWith({ at: 'dot', stall: true });
    const { mailer } = await office.mailing(sink, { relay: relayAt(sink.port, { connections: 1, answerTimeout: 60_000 }) });
    const id = await request(office.on);
    await eventually(() => sink.messages.length === 1);
    await mailer.stop(50);
    expect(await storyOf(office.on, id)).toEqual(['Requested', 'Claimed', 'Uncertain']);
  });

  it('claims nothing more', async () => {
    const sink = await office.sinkWith();
    const { mailer } = await office.mailing(sink);
    await mailer.stop();
    const id = await request(office.on);
    await eventually(() => mailer.health().waiting === 1);
    expect(await storyOf(office.on, id)).toEqual(['Requested']);
  });
});

describe('two senders on one log', () => {
  it('send every notice once', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink, { node: 'node-1', relay: relayAt(sink.port) });
    await office.mailing(sink, { node: 'node-2', relay: relayAt(sink.port) });
    const ids = await Promise.all(Array.from({ length: 40 }, () => request(office.on)));
    for (const id of ids) expect(await ended(office.on, id)).toEqual(['Requested', 'Claimed', 'HandedOver']);
    expect(sink.messages).toHaveLength(40);
    expect(new Set(sink.messages.map(({ messageId }) => messageId)).size).toBe(40);
  }, 20_000);
});

describe('a claim that nobody follows up', () => {
  const message = 'Message-ID: <made-before@gotland.example>\r\n\r\nThe bytes of the first claim.\r\n';
  const claimedBy = async (node: string): Promise<string> => {
    const id = await request(office.on);
    const context = { actor: 'system', commandId: randomUUID(), correlationId: id, recordedAt: new Date().toISOString() };
    await office.on.log.append(
      noticeStream(id),
      0,
      [noticeEvent('NoticeClaimed', { node, start: 'earlier', attempt: 1, message })],
      context,
    );
    return id;
  };

  it('is taken over at once from an earlier start of the same node, and the same bytes are sent', async () => {
    const sink = await office.sinkWith();
    const id = await claimedBy('node-1');
    const { mailer } = await office.mailing(sink);
    expect(await ended(office.on, id)).toEqual(['Requested', 'Claimed', 'Uncertain', 'Claimed', 'HandedOver']);
    expect(sink.messages.map(({ raw }) => raw)).toEqual([message]);
    expect((await eventsOf(office.on, id))[2]?.data).toMatchObject({ why: 'claim-abandoned' });
    await eventually(() => mailer.health().everUncertain === 1);
  });

  it('is taken over from another node only after it was watched for long enough', async () => {
    const sink = await office.sinkWith();
    const id = await claimedBy('node-2');
    await office.mailing(sink, { overdueAfter: 400 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await storyOf(office.on, id)).toEqual(['Requested', 'Claimed']);
    expect(await ended(office.on, id)).toEqual(['Requested', 'Claimed', 'Uncertain', 'Claimed', 'HandedOver']);
    expect(sink.messages.map(({ raw }) => raw)).toEqual([message]);
  });
});

describe('without a person acting', () => {
  const automatic = (data: Partial<NoticeFacts['NoticeRequested']> = {}) => request(office.on, { automatic: true, ...data });

  /** How each of these ended for now, in the order in which they were asked for. */
  const fates = async (addresses: readonly string[], data: Partial<NoticeFacts['NoticeRequested']> = {}) => {
    const ids: string[] = [];
    for (const to of addresses) ids.push(await automatic({ ...data, to }));
    return (await Promise.all(ids.map((id) => ended(office.on, id)))).map((story) => story.at(-1));
  };
  const times = (count: number, spell: (n: number) => string) => Array.from({ length: count }, (_, n) => spell(n));
  const counted = (all: readonly (string | undefined)[]) => all.filter((fate) => fate === 'HandedOver').length;
  const anHour = 3_600_000;
  const ago = (time: number) => new Date(Date.now() - time).toISOString();

  it.each([
    ['by sub-addresses', times(40, (n) => `victim+${n}@bomb.example`)],
    ['by dots', times(10, (n) => `${'victimvictim'.slice(0, n + 1)}.${'victimvictim'.slice(n + 1)}@bomb.example`)],
    ['by case', times(12, (n) => (n % 2 ? 'Victim@bomb.example' : 'victim@BOMB.example'))],
  ])('a mailbox gets five mails in 24 hours, however it is spelt: %s', async (_, spellings) => {
    const sink = await office.sinkWith();
    const { mailer } = await office.mailing(sink);
    expect(await fates(spellings)).toEqual([
      ...Array<string>(5).fill('HandedOver'),
      ...Array<string>(spellings.length - 5).fill('HeldBack'),
    ]);
    expect(sink.messages).toHaveLength(5);
    await eventually(() => mailer.health().heldBack === spellings.length - 5);
    expect(await fates(['another@bomb.example'])).toEqual(['HandedOver']);
  });

  it('says until when it waits, and sends it then', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink, { caps: { perAddress: 2 } });
    const requestedAt = ago(24 * anHour - 1_000);
    await fates(['a@example.com', 'a@example.com'], { requestedAt });
    const third = await automatic({ to: 'a@example.com', requestedAt });
    expect(await ended(office.on, third)).toEqual(['Requested', 'HeldBack']);
    const until = new Date(Date.parse(requestedAt) + 24 * anHour).toISOString();
    expect((await eventsOf(office.on, third))[1]?.data).toEqual({ reason: 'address-cap', until, since: requestedAt });
    expect(await ended(office.on, third, ['HandedOver'])).toEqual(['Requested', 'HeldBack', 'Claimed', 'HandedOver']);
  });

  it('a domain gets so many, and more the more people there were written to', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink, { caps: { perDomain: 4 } });
    expect(counted(await fates(times(10, (n) => `p${n}@small.example`)))).toBe(4);
    for (const n of [0, 1, 2]) await ended(office.on, await request(office.on, { to: `p${n}@large.example` }));
    expect(counted(await fates(times(10, (n) => `q${n}@large.example`)))).toBe(7);
  });

  it('everybody together gets so many in an hour, and who was written to does not wait for the others', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink, { caps: { perHour: 3 } });
    await ended(office.on, await request(office.on, { to: 'karin@known.example' }));
    expect(counted(await fates(times(6, (n) => `p${n}@d${n}.example`)))).toBe(3);
    expect(await fates(['karin@known.example'])).toEqual(['HandedOver']);
  });

  it('what a person causes is always sent', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink, { caps: { perAddress: 1, perDomain: 1, perHour: 1 } });
    for (let n = 0; n < 4; n++) expect(await ended(office.on, await request(office.on, { to: 'a@example.com' }))).toContain('HandedOver');
  });

  it('an address gets one mail about a case', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink);
    const caseId = randomUUID();
    await ended(office.on, await automatic({ caseId }));
    const second = await automatic({ caseId });
    expect(await ended(office.on, second)).toEqual(['Requested', 'HeldBack']);
    expect((await eventsOf(office.on, second))[1]?.data).toMatchObject({ reason: 'case-cap', until: null });
    expect(await ended(office.on, await request(office.on, { caseId }))).toEqual(['Requested', 'Claimed', 'HandedOver']);
  });
});

describe('what must not be sent', () => {
  it.each(['a@b.se\r\nBcc: x@y.se', 'a@b.se, x@y.se', 'postmaster@gotland.example', 'Namn <a@b.se>'])('to %j fails', async (to) => {
    const sink = await office.sinkWith();
    await office.mailing(sink);
    const id = await request(office.on, { to });
    expect(await ended(office.on, id)).toEqual(['Requested', 'Failed']);
    expect(sink.commands.join('\n')).not.toMatch(/MAIL|RCPT/);
  });

  it('is what was destroyed by decision', async () => {
    const sink = await office.sinkWith();
    const caseId = randomUUID();
    const id = await request(office.on, { caseId });
    await office.on.keys.forget(`${caseId}/submitter`);
    await office.mailing(sink);
    expect(await ended(office.on, id)).toEqual(['Requested', 'Failed']);
    expect((await eventsOf(office.on, id))[1]?.data).toEqual({ code: 'shredded' });
  });

  it('is what no template can be filled in with', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink);
    expect(await ended(office.on, await request(office.on, { values: '{}' }))).toEqual(['Requested', 'Failed']);
  });

  it('is anything while a person has not said that it may', async () => {
    const sink = await office.sinkWith();
    let hold = true;
    const { mailer } = await office.mailing(sink, { hold: () => hold });
    const id = await request(office.on);
    await eventually(() => mailer.health().waiting === 1);
    expect([await storyOf(office.on, id), mailer.health().holding, sink.connections]).toEqual([['Requested'], true, 0]);
    hold = false;
    mailer.wake();
    expect(await ended(office.on, id)).toEqual(['Requested', 'Claimed', 'HandedOver']);
  });
});

describe('a body that tries to smuggle a second message in', () => {
  it('is dot-stuffed and stays one message', async () => {
    const sink = await office.sinkWith();
    await office.mailing(sink);
    const smuggled = '\n.\r\nMAIL FROM:<x@y.se>\r.\r\r\n.\n';
    const { values } = noticeEvent('NoticeRequested').data as NoticeFacts['NoticeRequested'];
    const said = JSON.parse(values as string) as object;
    await ended(
      office.on,
      await request(office.on, { values: JSON.stringify({ ...said, board: smuggled, organisation: `A\r\nBcc: x@y.se` }) }),
    );
    expect(sink.messages).toHaveLength(1);
    expect(sink.commands.filter((command) => command.startsWith('MAIL'))).toHaveLength(1);
    expect(sink.messages[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc/im);
  });
});
