import { join } from 'node:path';
import { languages } from '#cases';
import { noticeKinds, openTemplates, render } from '#notices';
import { canonicalFacts } from '#test/case-events';
import { canonicalValues } from '#test/notices';
import { writtenDate } from './written-date.js';

const folder = join(process.cwd(), 'libs', 'notices', 'templates');
const templates = openTemplates(folder);
const link = 'https://synpunkter.example/folj/5d0c1f7a.4f1b';

const every = noticeKinds.flatMap((kind) => languages.map((language) => ({ kind, language })));
/** What says a date, and therefore must say it in words. */
const dated = ['acknowledgement', 'dated', 'moved', 'clarification', 'delay', 'review'];

describe.each(every)('the mail "$kind" in "$language"', ({ kind, language }) => {
  const values = canonicalValues[kind];
  const { subject, text, html } = render(templates, { kind, language, values }, { follow: link });
  const parts = [text, html];

  it('has a subject of one line that ends with the reference', () => {
    expect(subject).toMatch(/^[^\r\n<>{}]+ \(RG-WD5C-429E-A093\)$/);
  });

  it('says in both parts what every mail must say', () => {
    for (const part of parts) {
      for (const must of ['RG-WD5C-429E-A093', link, '0498-26 90 00', 'regiongotland@gotland.se', 'Region Gotland', '/personuppgifter']) {
        expect(part).toContain(must);
      }
      expect(part).toMatch(/allmän handling|public record/);
      expect(part).toMatch(/på ett annat sätt|in another way/);
    }
  });

  it('writes days in words, in the language of the mail', () => {
    const inWords = language === 'sv' ? 'måndag 7 december 2026' : 'Monday 7 December 2026';
    for (const part of parts) {
      expect(part).not.toMatch(/\d{4}-\d\d-\d\d/);
      expect(part.includes(inWords)).toBe(dated.includes(kind));
    }
  });

  it('says nothing of what the submitter wrote, nor what it is about', () => {
    const { text: written, place } = canonicalFacts.CaseReceived;
    for (const part of [subject, ...parts]) {
      for (const never of [written, place, 'SNOROJNING', 'Karin', 'trottoar']) expect(part).not.toContain(never);
    }
  });

  it('is HTML that names its language and escapes what it is given', () => {
    expect(html).toContain(`<html lang="${language}">`);
    const hostile = { ...values, organisation: '<script>alert(1)</script>' };
    expect(render(templates, { kind, language, values: hostile }, { follow: link }).html).not.toContain('<script>');
  });

  it('keeps the lines and paragraphs of whatever it is given, in both parts', () => {
    const isText = ([, value]: [string, unknown]) => typeof value === 'string' && !/^\d{4}-\d\d-\d\d$/.test(value);
    for (const [name] of Object.entries(values).filter(isText)) {
      const several = { ...values, [name]: 'Rad <ett>\n\nRad två\r\nRad tre' };
      const told = render(templates, { kind, language, values: several }, { follow: link });
      const shown = text.includes(String(values[name]));
      expect([name, told.text.includes('Rad <ett>\n\nRad två\r\nRad tre')]).toEqual([name, shown]);
      expect([name, told.html.includes('Rad &lt;ett&gt;<br><br>Rad två<br>Rad tre')]).toEqual([name, shown]);
    }
  });

  it('refuses to be written with a value missing', () => {
    const incomplete = Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'reference'));
    expect(() => render(templates, { kind, language, values: incomplete }, { follow: link })).toThrow('reference');
  });
});

describe('the words that depend on the case', () => {
  const text = (kind: (typeof noticeKinds)[number], values: object) =>
    render(templates, { kind, language: 'sv', values: { ...canonicalValues[kind], ...values } }, { follow: link }).text;

  it('name no board where there is none to name', () => {
    expect(text('acknowledgement', { board: '' })).toContain('Vi ser till att den kommer till dem som kan ta hand om den.');
    expect(text('moved', { newBoard: '' })).toContain('Vi har flyttat din fråga till dem som ansvarar för den.');
    expect(text('referred', { body: '' })).toContain('På ditt ärendes sida står vem det är');
    expect(text('delay', { reason: '' })).toContain('Anledningen står på ditt ärendes sida.');
  });

  it('promise no answer where none is promised', () => {
    expect(text('acknowledgement', { promisedDate: '' })).not.toContain('senast');
  });

  it('say whether it was passed on', () => {
    expect(text('referred', { forwarded: true })).toContain('Vi har skickat din synpunkt vidare');
    expect(text('referred', { forwarded: false })).toContain('Vi har inte skickat din synpunkt vidare');
  });
});

describe('opening templates', () => {
  it('refuses a folder in which one is missing', () => {
    expect(() => openTemplates(join(folder, 'partials'))).toThrow('ENOENT');
  });

  it('writes days as people do', () => {
    expect([writtenDate('2026-12-07', 'sv'), writtenDate('2027-01-01', 'en')]).toEqual(['måndag 7 december 2026', 'Friday 1 January 2027']);
    expect(() => writtenDate('snart', 'sv')).toThrow('YYYY-MM-DD');
  });
});
