import { simpleParser } from 'mailparser';
import { eventually } from './eventually.js';
import type { SmtpSink } from './smtp-sink.js';

/** The path of the link in the first mail that comes to an address. */
export async function linkInMail({ messages }: SmtpSink, address: string): Promise<string> {
  const { raw } = await eventually(() => Promise.resolve(messages.find(({ to }) => to.includes(address))));
  const { text = '' } = await simpleParser(Buffer.from(raw, 'latin1'));
  const path = /\/folj\/[^\s)>\]]+/.exec(text)?.[0];
  if (path === undefined) throw new Error(`no link was mailed to ${address}`);
  return path;
}
