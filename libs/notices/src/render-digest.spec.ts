import { join } from 'node:path';
import { openTemplates, renderDigest, type DigestValues } from '#notices';
import { digestLine, digestOf } from '#test/notices';

const templates = openTemplates(join(process.cwd(), 'libs', 'notices', 'templates'));
const written = (values: DigestValues) => renderDigest(templates, values);
const partsOf = (values: DigestValues) => {
  const { text, html } = written(values);
  return [text, html];
};

describe('the mail of a morning', () => {
  const late = digestLine();
  const above = digestLine({ reference: 'RG-1111-2222-3333', what: 'action', due: '2026-12-11', workingDays: 1 });
  const soon = digestLine({ reference: 'RG-4444-5555-6666', due: '2026-12-17', workingDays: 3 });
  const all = digestOf({ late: [late], above: [above], soon: [soon] });

  it('says in its subject how much there is of what, in Swedish first', () => {
    expect(written(all).subject).toBe(
      'Löften att hålla: 1 försenat, 1 att följa upp, 1 snart / Promises to keep: 1 overdue, 1 to follow up, 1 soon due',
    );
    expect(written(digestOf({ late: [late, above] })).subject).toBe('Löften att hålla: 2 försenade / Promises to keep: 2 overdue');
  });

  it('says in both parts and both languages what was promised, by when, how late it is, and where to go', () => {
    for (const part of partsOf(all)) {
      for (const must of [
        'I dag, måndag 14 december 2026, behöver det här dig.',
        'RG-WD5C-429E-A093',
        'Svar: lovad dag torsdag 10 december 2026. 2 arbetsdagar för sent.',
        'Answer: promised by Thursday 10 December 2026. 2 working days late.',
        'Åtgärd: lovad dag fredag 11 december 2026. 1 arbetsdag för sent.',
        'Svar: lovad dag torsdag 17 december 2026. 3 arbetsdagar kvar.',
        'Answer: promised by Thursday 17 December 2026. 3 working days left.',
        late.link,
        'https://synpunkter.example/arbete',
        'Region Gotland',
      ]) {
        expect(part).toContain(must);
      }
      expect(part.indexOf('Försenat')).toBeLessThan(part.indexOf('Snart lovad dag'));
      expect(part.indexOf('Snart lovad dag')).toBeLessThan(part.indexOf('Overdue'));
    }
  });

  it('says what to do about each group, and nothing of a group in which there is nothing', () => {
    for (const part of partsOf(all)) {
      expect(part).toMatch(/Gör klart det så snart du kan[^]*Prata med den som har ärendet[^]*Skicka en underrättelse om försening/);
    }
    for (const part of partsOf(digestOf({ soon: [soon] }))) expect(part).not.toMatch(/Försenat|Overdue|försenat/);
  });

  it('says what did not arrive, or was not replied to, and what to do about it', () => {
    const values = digestOf({
      undelivered: [digestLine({ due: '2026-12-17', workingDays: 3 })],
      unreplied: [digestLine({ what: 'clarification-reply' })],
    });
    expect(written(values).subject).toBe(
      'Löften att hålla: 1 inte framme, 1 utan svar på fråga / Promises to keep: 1 not delivered, 1 without a reply',
    );
    for (const part of partsOf(values)) {
      for (const must of [
        'Berätta på ett annat sätt, till exempel per telefon eller brev',
        'Svar: lovad dag torsdag 17 december 2026. 3 arbetsdagar kvar.',
        'Fråga igen, till exempel per telefon. Kommer inget svar får ärendet avgöras med det vi vet.',
        'Svar på fråga: begärt till torsdag 10 december 2026. 2 arbetsdagar för sent.',
        'Reply to a question: asked for by Thursday 10 December 2026. 2 working days late.',
      ])
        expect(part).toContain(must);
    }
  });

  it('says when today is the last day, and that nobody has been assigned', () => {
    const [text] = partsOf(digestOf({ soon: [digestLine({ due: '2026-12-14', workingDays: 0, unassigned: true })] }));
    expect(text).toContain('I dag är sista arbetsdagen. Ingen handläggare är utsedd.');
    expect(text).toContain('Today is the last working day. No officer has been assigned.');
  });

  it('counts what it does not list', () => {
    const values = digestOf({ late: [late] }, 12);
    expect(written(values).subject).toContain('13 försenade');
    for (const part of partsOf(values)) expect(part).toContain('Och 12 till. Du hittar dem i listan över dina ärenden.');
  });

  it('names its languages, says nothing to a submitter, and escapes what it is given', () => {
    const { text, html } = written({ ...all, organisation: '<script>alert(1)</script>' });
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('<div lang="en" id="english">');
    expect(html).not.toContain('<script>');
    for (const part of [text, html]) expect(part).not.toMatch(/allmän handling|\{\{|\d{4}-\d\d-\d\d/);
  });
});
