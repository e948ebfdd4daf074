import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CaseCommands, promisedTo } from '#commands';
import type { NewEvent } from '#event-log';
import { evolveOrganisation, type Organisation } from '#organisation';
import { noticeStream, type NoticeKind } from '#notices';
import { Feed, Follower } from '#processors';
import { answerPromises, Reaction } from '#reactions';
import { openDatabase } from '#sqlite';
import { aLog, type ALog } from '#test/a-log';
import { caseReceived, caseRouted } from '#test/case-events';
import { noticeEvent } from '#test/notice-events';
import { regionGotland } from '#test/region-gotland';

const gotland = regionGotland();
const policy = gotland.policies.get('gotland')![0]!;
/** As LGSCO counts: ten working days from the acknowledgement. */
const counting: Organisation = evolveOrganisation(gotland, {
  type: 'PolicyPublished',
  data: { code: 'gotland', versions: [{ ...policy, answer: { count: 10, unit: 'workingDays', roll: false, from: 'acknowledged' } }] },
});

describe('the answer that is counted from the acknowledgement', () => {
  let on: ALog;
  beforeEach(async () => void (on = await aLog()));
  afterEach(() => on.close());

  const append = (stream: string, events: readonly NewEvent[], caseId: string) =>
    on.log.append(stream, 'no-stream', events, {
      actor: 'system',
      commandId: randomUUID(),
      correlationId: caseId,
      recordedAt: '2026-11-27T09:00:00.000Z',
    });

  /** The relay has taken a notice of this kind; what the case then promises. */
  const promisedAfter = async (kind: NoticeKind | 'digest', organisation: Organisation) => {
    const caseId = randomUUID();
    await append(`case-${caseId}`, [caseReceived({ caseId }), caseRouted({ board: 'TN' })], caseId);
    const requested = kind === 'digest' ? noticeEvent('DigestRequested') : noticeEvent('NoticeRequested', { caseId, kind });
    const events = [requested, noticeEvent('NoticeHandedOver')];
    const { position } = await append(noticeStream(randomUUID()), events, caseId);
    const commands = new CaseCommands(on.log, () => Promise.resolve());
    const definition = answerPromises({
      log: on.log,
      cases: commands,
      organisation: () => Promise.resolve(organisation),
      promisedTo: (state) => promisedTo(state, on.keys),
      now: () => '2026-11-27T09:00:01.000Z',
    });
    const stop = new AbortController();
    const reaction = new Reaction(openDatabase(join(on.folder, `${caseId}.db`), { synchronous: 'NORMAL' }), definition);
    const feed = await Feed.open(on.log, stop.signal, (error) => {
      throw error;
    });
    const follower = new Follower(feed, reaction, stop.signal);
    const running = follower.run();
    await follower.reached(position, Infinity);
    while (reaction.owed() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await reaction.stop();
    stop.abort();
    await running;
    const promised = [];
    for await (const { type, data } of on.log.read(`case-${caseId}`)) if (type === 'PromiseMade') promised.push(data);
    return promised;
  };

  it('is promised when the relay has taken the mail', async () => {
    expect(await promisedAfter('acknowledgement', counting)).toMatchObject([{ promise: 'answer', from: '2026-11-27', due: '2026-12-11' }]);
  });

  it('is not promised by another mail', async () => expect(await promisedAfter('moved', counting)).toEqual([]));

  it('is not promised by what the staff are told', async () => expect(await promisedAfter('digest', counting)).toEqual([]));

  it('is none where the policy counts from receipt', async () => expect(await promisedAfter('acknowledgement', gotland)).toEqual([]));
});
