import { csv, csvReaders } from './csv.js';

describe('CSV', () => {
  it('is for people what a spreadsheet set to Swedish opens: a byte order mark, semicolons, a decimal comma', () => {
    const file = csv(
      [
        ['nämnd', 'procent'],
        ['Överförmyndarnämnden; Visby', 97.5],
        [null, -1],
      ],
      'people',
    );
    expect([...Buffer.from(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.slice(1)).toBe('nämnd;procent\r\n"Överförmyndarnämnden; Visby";97,5\r\n;-1\r\n');
  });

  it('is for machines what RFC 4180 says: commas, a decimal point, and nothing before the first cell', () => {
    const rows = [
      ['a', 2.5, null],
      ['b,c', 'd"e', 'f;g'],
    ];
    expect(csv(rows, 'machines')).toBe('a,2.5,\r\n"b,c","d""e",f;g\r\n');
  });

  it.each(csvReaders)('keeps a text of several lines in one cell for %s', (reader) => {
    expect(csv([['en\ntvå', 'tre\r\nfyra']], reader)).toContain('"en\ntvå"');
    expect(csv([['en\ntvå', 'tre\r\nfyra']], reader)).toContain('"tre\r\nfyra"');
  });

  it.each(
    csvReaders.flatMap((reader) => ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'].map((text) => [reader, text] as const)),
  )('lets for %s nothing that begins as %j be a formula', (reader, text) =>
    expect(csv([[text]], reader).replace('\uFEFF', '')).toBe(`"'${text}"\r\n`),
  );

  it('leaves numbers and dates as they are', () => expect(csv([[-1, 2.5, '2026-11-26']], 'machines')).toBe('-1,2.5,2026-11-26\r\n'));
});
