import { jest } from '@jest/globals';
import { mostFields, SentForm } from './sent-form.js';

const of = (text: string): SentForm => SentForm.of(Buffer.from(text));

/** How many cuts a body takes until it is known whether it is a form. */
function cutsOf(text: string): number {
  const bytes = Buffer.from(text);
  const look = jest.spyOn(bytes, 'indexOf');
  try {
    SentForm.of(bytes);
  } catch {
    // Whether it is one is another test's business.
  }
  return look.mock.calls.length;
}

it('reads what a browser sends', () => {
  const form = of('form=F&token=T&text=%C3%85sa+%26+jag&place=');
  expect([form.seal, form.fields]).toEqual([
    { form: 'F', token: 'T' },
    { text: 'Åsa & jag', place: '' },
  ]);
});

it('reads nothing of what was filled in for its seal, nor what nobody asked for', () => {
  const form = of('form=F&text=%C5&token=T&place=Hemse');
  expect([form.seal, form.among(new Set(['place']))]).toEqual([{ form: 'F', token: 'T' }, { place: 'Hemse' }]);
  expect(() => form.fields).toThrow('not-utf-8');
});

it.each(['a=1&a=2', 'constructor=1', '__proto__=1', 'prototype=1', 'a=%', 'a=%ED%A0%80'])('refuses %s', (text) => {
  expect(() => of(text).fields).toThrow(/bad-request|not-utf-8/);
});

it('cuts no more than one field above the most that a form may have', () => {
  expect(cutsOf('0=&'.repeat(550_000))).toBeLessThanOrEqual(mostFields + 1);
});
