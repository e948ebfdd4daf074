import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorded } from '#event-log';
import { Mailer, type MailerOptions, type Relay } from '#mailer';
import { noticeStream, openTemplates, type NoticeFacts, type Templates } from '#notices';
import { Feed, Follower } from '#processors';
import { openDatabase } from '#sqlite';
import type { ALog } from './a-log.js';
import { noticeEvent } from './notice-events.js';

let templates: Templates | undefined;
const theTemplates = (): Templates => (templates ??= openTemplates(join(process.cwd(), 'libs', 'notices', 'templates')));

export interface AMailer {
  readonly mailer: Mailer;
  stop(): Promise<void>;
}

/** Attempts follow each other within milliseconds. */
export const hasty = { first: 20, most: 50, giveUpAfter: 60_000, brokenOffAtMost: 3 };

export const relayAt = (port: number, more: Partial<Relay> = {}): Relay => ({
  host: '127.0.0.1',
  port,
  connections: 2,
  answerTimeout: 1_000,
  connectTimeout: 1_000,
  ...more,
});

/** A mailer at work on a log, with an outbox of its own. */
export async function aMailer(
  { log, keys, folder }: ALog,
  options: Partial<MailerOptions> & Pick<MailerOptions, 'relay'>,
): Promise<AMailer> {
  const stopping = new AbortController();
  const db = openDatabase(join(folder, `outbox-${randomUUID()}.db`), { synchronous: 'NORMAL' });
  const mailer = new Mailer({
    log,
    keys,
    db,
    templates: theTemplates(),
    links: ({ noticeId }) => ({ follow: `https://synpunkter.example/folj/${noticeId}.mac` }),
    letterhead: { from: { name: 'Region Gotland', address: 'synpunkter@gotland.example' }, replyTo: 'regiongotland@gotland.example' },
    node: 'node-1',
    start: randomUUID(),
    patience: hasty,
    ...options,
  });
  const feed = await Feed.open(log, stopping.signal, () => undefined);
  const following = new Follower(feed, mailer.outbox, stopping.signal).run();
  mailer.start();
  return {
    mailer,
    async stop() {
      await mailer.stop();
      stopping.abort();
      await following;
      db.close();
    },
  };
}

/** Asks for a notice like the recorded example, with these differences. */
export async function request({ log }: ALog, data: Partial<NoticeFacts['NoticeRequested']> = {}): Promise<string> {
  const requestedAt = new Date().toISOString();
  const event = noticeEvent('NoticeRequested', { noticeId: randomUUID(), caseId: randomUUID(), requestedAt, automatic: false, ...data });
  const { noticeId, caseId } = event.data as NoticeFacts['NoticeRequested'];
  const context = { actor: 'system', commandId: noticeId, correlationId: caseId, recordedAt: requestedAt };
  await log.append(noticeStream(noticeId), 'no-stream', [event], context);
  return noticeId;
}

/** Asks that somebody of the staff be told as in the recorded example, with these differences. */
export async function requestDigest({ log }: ALog, data: Partial<NoticeFacts['DigestRequested']> = {}): Promise<string> {
  const requestedAt = new Date().toISOString();
  const event = noticeEvent('DigestRequested', { noticeId: randomUUID(), personId: randomUUID(), requestedAt, ...data });
  const { noticeId, personId } = event.data as NoticeFacts['DigestRequested'];
  const context = { actor: 'system', commandId: noticeId, correlationId: personId, recordedAt: requestedAt };
  await log.append(noticeStream(noticeId), 'no-stream', [event], context);
  return noticeId;
}

/** What happened to a notice, by type. */
export async function storyOf({ log }: ALog, noticeId: string): Promise<readonly string[]> {
  return (await eventsOf({ log }, noticeId)).map(({ type }) => type.replace(/^(Notice|Digest)/, ''));
}

export async function eventsOf({ log }: Pick<ALog, 'log'>, noticeId: string): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for await (const event of log.read(noticeStream(noticeId))) events.push(event);
  return events;
}

/** Resolves when the notice has ended one way or the other; fails after forty seconds. */
export async function ended(on: ALog, noticeId: string, endings = ['HandedOver', 'Failed', 'HeldBack']): Promise<readonly string[]> {
  for (const until = Date.now() + 40_000; Date.now() < until;) {
    const story = await storyOf(on, noticeId);
    if (endings.includes(story.at(-1) ?? '')) return story;
    await sleep(5);
  }
  throw new Error(`the notice has not ended: ${(await storyOf(on, noticeId)).join(', ')}`);
}
