import { showsSomething, tidy } from './tidy.js';

describe('a text', () => {
  it.each([
    ['of two pages', 'Första sidan\fAndra sidan', 'Första sidan\nAndra sidan'],
    ['with a vertical tab', 'rad\vrad', 'rad\nrad'],
    ['with the newlines of other systems', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['with what nobody sees', '\u0000H\u0007a\u001b[1ml\u007ft\u009f \ufffe\uffff\ufdd0\u{1fffe}', 'Ha[1mlt'],
    ['with tabs and emoji', '\ta\tb 👨‍👩‍👧 ❤️', 'a\tb 👨‍👩‍👧 ❤️'],
    ['in parts', 'A\u030asa O\u0308berg', 'Åsa Öberg'],
    ['that goes to the right and back', 'abc \u202egfe\u202c', 'abc \u202egfe\u202c'],
  ])('%s is made tidy, and is so when it is done again', (_, text, expected) => {
    expect([tidy(text), tidy(tidy(text))]).toEqual([expected, expected]);
  });

  it('keeps as many accents on a letter as any writing has', () => {
    expect(Array.from(tidy(`z${'\u0321\u0316'.repeat(250)}o`))).toHaveLength(1 + 8 + 1);
  });

  it('keeps its accents in bounds also where something unseen stands between them', () => {
    expect(Array.from(tidy(`z${'\u0321\u0000'.repeat(250)}`)).length).toBeLessThanOrEqual(9);
  });

  it('has spaces for whatever breaks a line, where it has only one', () => {
    expect(tidy('Norra\fKyrkogatan\u2028 12', false)).toBe('Norra Kyrkogatan  12');
  });
});

describe('what shows nothing', () => {
  it.each([
    '',
    ' \t\n\u00a0\u3000',
    '\ufe0f\ufe00\u{e0100}',
    '\u0301',
    '\u0301\u0308 \u0327',
    '\u{1d159}',
    '\u2800',
    '\u3164\uffa0\u115f\u1160',
    '\u200b\u200d\u2060\ufeff\u00ad',
    '\u{e0041}\u{e007f}',
    '\u034f\u17b4\u180e\u061c',
    '\ue000',
    '\ufffc',
    '\ufff9\ufffb',
  ])('is no text: %j', (text) => {
    expect(showsSomething(text)).toBe(false);
  });

  it.each(['a', '.', '7', '👍', '❤️', 'é', '+', '字', 'ا'])('is another than %j', (text) => {
    expect(showsSomething(text)).toBe(true);
  });
});
