import { boardSucceeded, caseAssigned, promiseRecounted, transferRedirected } from '#test/case-events';
import { merged } from '#test/reorganised';
import type { Language } from '#cases';
import { inWords } from './history-in-words.js';
import { namesOn } from './names-of-things.js';

const officer = caseAssigned().data.officer;

function told(event: { type: string; data: object }, language: Language) {
  const today = '2027-01-07';
  const telling = {
    language,
    today,
    names: namesOn(merged(), { today, language }),
    nameOf: (id: string) => (id === officer ? 'Hanna Björk' : undefined),
  };
  const entry = { revision: 7, eventId: 'e', recordedAt: '2027-01-01T02:00:00.000Z', actor: 'system', status: 'with-board', ...event };
  const { title, who, details } = inWords(entry as Parameters<typeof inWords>[0], telling);
  return [title, who, ...details.map(({ label, value }) => `${label}: ${value}`)];
}

describe('the history of a case whose board has ended', () => {
  it('says so in Swedish', () => {
    expect(told(boardSucceeded(), 'sv')).toEqual([
      'Nämnden fick en efterträdare, som tog över',
      'Systemet',
      'Från: Tekniska nämnden',
      'Till: Samhällsbyggnadsnämnden',
      'Inte längre handläggare: Hanna Björk',
    ]);
    expect(told(transferRedirected(), 'sv')).toEqual([
      'Erbjudandet gick över till nämndens efterträdare',
      'Systemet',
      'Från: Miljö- och byggnämnden',
      'Till: Samhällsbyggnadsnämnden',
    ]);
  });

  it('says so in English', () => {
    expect(told(boardSucceeded(), 'en')).toEqual([
      'The board was succeeded by another, which took over',
      'The system',
      'From: Public Works Committee',
      'To: Community Development Committee',
      'Officer no more: Hanna Björk',
    ]);
  });
});

describe('the history of a case whose promise was counted again', () => {
  it('names the promise, and no id of anything', () => {
    expect(told(promiseRecounted(), 'sv')).toContain('Löfte: Svar');
    expect(told(promiseRecounted(), 'sv').join()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });
});
