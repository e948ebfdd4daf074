import { simpleParser } from 'mailparser';
import { rawMessage, type Letter, type Letterhead } from './raw-message.js';

const letterhead: Letterhead = { from: { name: 'Region Gotland', address: 'synpunkter@gotland.example' }, replyTo: 'svar@gotland.example' };
const letter: Letter = {
  noticeId: '5d0c1f7a-92be-8a41-b6d3-08e4c7f1a925',
  reference: 'RG-WD5C-429E-A093',
  to: 'karin@example.com',
  rendered: { subject: 'Vi har svarat på din synpunkt', text: 'Hej!\nÅäö – 1.\n.\nSlut', html: '<p>Hej!</p>' },
  date: new Date('2026-11-26T08:15:00Z'),
};
const write = (rendered: Partial<Letter['rendered']>, from: Partial<Letterhead['from']> = {}) =>
  rawMessage({ ...letter, rendered: { ...letter.rendered, ...rendered } }, { ...letterhead, from: { ...letterhead.from, ...from } });

describe('a mail on the wire', () => {
  it('reads as it was written', async () => {
    const mail = await simpleParser(rawMessage(letter, letterhead));
    expect(mail).toMatchObject({
      subject: 'Vi har svarat på din synpunkt',
      text: 'Hej!\nÅäö – 1.\n.\nSlut',
      html: '<p>Hej!</p>',
      messageId: '<5d0c1f7a-92be-8a41-b6d3-08e4c7f1a925@gotland.example>',
      inReplyTo: '<rg-wd5c-429e-a093@gotland.example>',
      date: new Date('2026-11-26T08:15:00Z'),
      replyTo: { text: 'svar@gotland.example' },
    });
  });

  it('hangs on no case if it is about none', async () => {
    const { reference: _, ...aboutNone } = letter;
    const mail = await simpleParser(rawMessage(aboutNone, letterhead));
    expect([mail.inReplyTo, mail.references, mail.subject]).toEqual([undefined, undefined, letter.rendered.subject]);
  });

  it('is the same for the same letter', () => {
    expect(rawMessage(letter, letterhead)).toBe(rawMessage(letter, letterhead));
  });

  it.each([
    ['what it usually says', {}],
    ['a subject of 2,000 signs', { subject: 'lång '.repeat(400) }],
    ['emoji and text from right to left', { subject: '👩‍🚒'.repeat(60) + 'שלום' }],
    ['a line of 5,000 signs', { text: 'å'.repeat(5_000) }],
    ['line breaks of every kind', { text: 'a\rb\nc\r\nd\r\r\n.\n' }],
  ])('has short lines of ASCII with one kind of line break: %s', async (_, rendered) => {
    const raw = write(rendered);
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]|[^\t\r\n -~]/);
    expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
    const { subject = letter.rendered.subject } = rendered as { subject?: string };
    expect((await simpleParser(raw)).subject?.trim()).toBe(subject.trim());
  });

  it.each([
    ['the subject', write({ subject: 'a\r\nBcc: x@y.se\r\n\r\nb' })],
    ['the name of the sender', write({}, { name: 'Region\r\nBcc: x@y.se' })],
  ])('lets no header in through %s', async (_, raw) => {
    const mail = await simpleParser(raw);
    expect(mail.bcc).toBeUndefined();
    expect(mail.headerLines).toHaveLength(12);
  });

  it.each(['Region Gotland', 'Östersunds kommun', 'Kundtjänst, "svar"', 'A (B) <C>'])('is from "%s"', async (name) => {
    expect((await simpleParser(write({}, { name }))).from?.value).toEqual([{ name, address: 'synpunkter@gotland.example' }]);
  });
});
