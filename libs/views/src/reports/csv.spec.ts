import { csv } from './csv.js';

describe('CSV', () => {
  it('quotes what would end a cell or a row', () => {
    expect(
      csv([
        ['a', 1, null],
        ['b,c', 'd"e', 'f\ng'],
      ]),
    ).toBe('a,1,\r\n"b,c","d""e","f\ng"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('lets nothing that begins as %j be a formula', (text) => {
    expect(csv([[text]])).toBe(`"'${text}"\r\n`);
  });

  it('leaves numbers and dates as they are', () => expect(csv([[-1, 2.5, '2026-11-26']])).toBe('-1,2.5,2026-11-26\r\n'));
});
