import { complaintText, readOrganisation } from '#organisation';
import { regionGotlandFiles } from '#test/region-gotland';

describe('the folder of Region Gotland', () => {
  it('is understood without a complaint', () => {
    expect(complaintsAbout({})).toEqual([]);
  });
});

describe('a bad file is refused', () => {
  it('that is not JSON, with line and column', () => {
    expect(complaintsAbout({ 'boards.json': '[\n  { "code": "TN",\n    nameSv: "x" }\n]' })).toEqual([
      'boards.json:3:5 expected a field name in double quotes, found nameSv:',
    ]);
    expect(complaintsAbout({ 'policies.json': '[' })).toEqual(['policies.json:1:2 the file ends where ] is expected']);
    expect(complaintsAbout({ 'policies.json': '[] x' })).toEqual(['policies.json:1:4 expected the end of the file']);
    expect(complaintsAbout({ 'policies.json': '[{"code": "a",\n"code": "b"}]' })).toEqual([
      'policies.json:2:1 the field code is told twice',
    ]);
  });

  it('that has a field nobody knows', () => {
    expect(complaintsAbout(edited('boards.json', '"code": "TN",', '"code": "TN", "colour": "red",'))).toEqual([
      expect.stringMatching(/^boards\.json:\d+:\d+ colour: is not a known field$/),
    ]);
  });

  it('that lacks a field, or has one of the wrong kind', () => {
    expect(complaintsAbout(edited('boards.json', '"diaryPrefix": "TN",', ''))).toEqual([
      expect.stringMatching(/^boards\.json:\d+:\d+ diaryPrefix: is missing$/),
    ]);
    expect(complaintsAbout(edited('boards.json', '"diaryPrefix": "TN"', '"diaryPrefix": 7'))).toEqual([
      expect.stringMatching(/ diaryPrefix: must be a code in capital letters$/),
    ]);
    expect(complaintsAbout(edited('policies.json', '"count": 14', '"count": -1'))).toEqual([
      expect.stringMatching(/ answer\.count: must be a whole number from 1 to 366$/),
    ]);
    expect(complaintsAbout(edited('categories.json', '"secrecy": "none"', '"secrecy": "some"'))).toEqual([
      expect.stringMatching(/ secrecy: must be one of none, low, high$/),
    ]);
  });

  it('that gives a category to a board that does not exist', () => {
    expect(complaintsAbout(edited('categories.json', '"boardCode": "VN"', '"boardCode": "XX"'))).toEqual([
      expect.stringMatching(/^categories\.json:\d+:\d+ boardCode: XX is not defined$/),
    ]);
  });

  it('that gives a category to a board that does not exist yet', () => {
    expect(complaintsAbout(edited('categories.json', '"boardCode": "VN"', '"boardCode": "MBN"'))).toEqual([
      expect.stringMatching(/ boardCode: MBN does not exist on every day that this is valid$/),
    ]);
  });

  it.each([
    'misstänker + barn*|flick*',
    'barn- och ungdom',
    'km/h',
    'spel*missbruk*',
    'halt  väg',
    ' halt',
    'halt + ',
    '#',
    '*',
    'å*',
    '"?"',
  ])('that names something by a term that no text can hold: %j', (term) => {
    expect(complaintsAbout(edited('routing-rules.json', '"cautions": [', `"cautions": [${JSON.stringify(term)},`))).toEqual([
      expect.stringMatching(/^routing-rules\.json:\d+:\d+ cautions\.0: must be words or beginnings \(skol\*\)/),
    ]);
  });

  it('that lists several words, or capitals, where one word of a text is compared', () => {
    for (const [list, word] of [
      ['inside', 'inne i'],
      ['near', 'på andra sidan om'],
      ['swedish', 'Och'],
    ] as const)
      expect(complaintsAbout(edited('routing-rules.json', `"${list}": [`, `"${list}": ["${word}",`))).toEqual([
        expect.stringMatching(new RegExp(`^routing-rules\\.json:\\d+:\\d+ \\w+\\.${list}\\.0: must be one .*small letters$`)),
      ]);
  });

  it('that recognises a matter by a word whose meaning is taken away', () => {
    expect(complaintsAbout(edited('routing-rules.json', '"weak": [', '"weak": ["och",'))).toEqual([
      expect.stringMatching(/ och is never found: it stands among language\.swedish/),
    ]);
  });

  it('that uses a code twice', () => {
    expect(complaintsAbout(edited('handover-signals.json', '"code": "HOT"', '"code": "AKUT"'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^handover-signals\.json:\d+:\d+ code: the code AKUT is used twice$/)]),
    );
  });

  it('whose versions overlap, leave a gap, or end before they begin', () => {
    expect(complaintsAbout(policies(['2018-01-01', null], ['2027-01-01', null]))).toEqual([
      expect.stringMatching(/ validFrom: overlaps the version of gotland before it/),
    ]);
    expect(complaintsAbout(policies(['2018-01-01', '2026-12-31'], ['2027-01-02', null]))).toEqual([
      expect.stringMatching(/ validFrom: leaves a gap: no version of gotland holds from 2027-01-01/),
    ]);
    expect(complaintsAbout(policies(['2018-01-01', '2017-01-01']))).toEqual([expect.stringMatching(/ validTo: ends before it begins$/)]);
    expect(complaintsAbout(policies(['2018-01-01', '2026-12-31'], ['2027-01-01', null]))).toEqual([]);
  });

  it('whose routing rules speak of something undefined', () => {
    expect(complaintsAbout(edited('routing-rules.json', '"OFN.GODMAN": {', '"OFN.GODMEN": {'))).toEqual([
      expect.stringMatching(/^routing-rules\.json:\d+:\d+ categories: OFN\.GODMEN is not defined$/),
    ]);
  });

  it('that is missing', () => {
    const others = Object.fromEntries(Object.entries(regionGotlandFiles()).filter(([name]) => name !== 'policies.json'));
    expect(readOrganisation(others).flatMap((file) => file.complaints.map(complaintText))).toContain(
      'policies.json is missing from the folder',
    );
  });
});

describe('an organisation whose files cannot be meant', () => {
  const named = (nameSv: string) => {
    const told = JSON.parse(regionGotlandFiles()['organisation.json']!) as object;
    return { 'organisation.json': JSON.stringify({ ...told, nameSv }) };
  };
  const rules = (more: object) => {
    const told = JSON.parse(regionGotlandFiles()['routing-rules.json']!) as object;
    return { 'routing-rules.json': JSON.stringify({ ...told, ...more }) };
  };

  it.each([
    '<b>Region</b>',
    'Region\r\nBcc: x@example.se',
    'Region\nGotland',
    'Region\u2028Gotland',
    'Region\u202eGotland',
    'Region\u0000',
    '   ',
    'x'.repeat(201),
  ])('is refused for the name %j', (name) => {
    expect(complaintsAbout(named(name))).toEqual([expect.stringContaining('nameSv: must be one line of at most 200 characters')]);
  });

  it('is refused for rules that know no word', () => {
    expect(complaintsAbout(rules({ boards: {}, categories: {} }))).toContainEqual(expect.stringContaining('boards: must hold words'));
    expect(complaintsAbout(rules({ boards: { TN: {} }, categories: {} }))).toContainEqual(expect.stringContaining('must hold words'));
  });

  it('is refused for a file of fifty million characters before it is read', () => {
    const file = `[${'{"a":1},'.repeat(6_250_000)}{}]`;
    expect(complaintsAbout({ 'boards.json': file })).toEqual([`boards.json has ${file.length} characters; 4000000 are allowed`]);
  });

  it('is told a hundred faults of a file, and how many more there are', () => {
    const said = complaintsAbout({ 'boards.json': `[${'1,\n'.repeat(500_000)}1]` });
    expect(said).toHaveLength(101);
    expect(said[99]).toMatch(/^boards\.json:\d+:1 /);
    expect(said[100]).toMatch(/^boards\.json has \d{6,} more faults$/);
  });
});

const complaintsAbout = (files: Record<string, string>): string[] =>
  readOrganisation({ ...regionGotlandFiles(), ...files }).flatMap((file) => file.complaints.map(complaintText));

function edited(file: string, before: string, after: string): Record<string, string> {
  const text = regionGotlandFiles()[file]!;
  expect(text).toContain(before);
  return { [file]: text.replace(before, after) };
}

function policies(...periods: [string | null, string | null][]): Record<string, string> {
  const [policy] = JSON.parse(regionGotlandFiles()['policies.json']!) as [object];
  return {
    'policies.json': JSON.stringify(periods.map(([validFrom, validTo], index) => ({ ...policy, version: index + 1, validFrom, validTo }))),
  };
}
