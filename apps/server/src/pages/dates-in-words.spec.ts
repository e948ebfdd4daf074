import { distance, longDate, moment, shortDate } from './dates-in-words.js';

it('writes a promised day in full', () => {
  expect(longDate('2026-12-10', 'sv')).toBe('torsdag 10 december 2026');
  expect(longDate('2026-12-10', 'en')).toBe('Thursday 10 December 2026');
});

it('writes a day shortly for tables', () => {
  expect(shortDate('2026-12-10', 'sv')).toBe('10 dec. 2026');
  expect(shortDate('2026-12-10', 'en')).toBe('10 Dec 2026');
});

it('writes an instant in the time of the authority, in winter and in summer', () => {
  expect(moment('2026-11-26T08:41:00.000Z', 'sv')).toBe('26 nov. 2026 09:41');
  expect(moment('2026-06-30T22:30:00.000Z', 'en')).toBe('1 Jul 2026 00:30');
});

it.each([
  ['2026-11-24', { word: 'försenat 2 dagar', late: true }],
  ['2026-11-25', { word: 'försenat 1 dag', late: true }],
  ['2026-11-26', { word: 'i dag', late: false }],
  ['2026-11-27', { word: '1 dag kvar', late: false }],
  ['2026-12-10', { word: '14 dagar kvar', late: false }],
])('says in a word how far %s is', (due, said) => {
  expect(distance(due, '2026-11-26', 'sv')).toEqual(said);
});

it('counts a day as one also where the clock is changed', () => {
  expect(distance('2027-03-29', '2027-03-27', 'en')).toEqual({ word: '2 days left', late: false });
});
