import { complaintText, readOrganisation, type Policy } from '#organisation';
import { regionGotlandFiles } from '#test/region-gotland';

const [gotland] = JSON.parse(regionGotlandFiles()['policies.json']!) as [Policy];
const term = { count: 10, unit: 'workingDays', roll: false, from: 'received' } as const;
const fromAcknowledgement = { ...term, from: 'acknowledged' } as const;

/** What is complained of when these policies are imported: each is Gotland's, with a difference. */
const complaints = (...policies: object[]): string[] => {
  const text = JSON.stringify(policies.map((policy) => ({ ...gotland, ...policy })));
  const files = readOrganisation({ ...regionGotlandFiles(), 'policies.json': text });
  const read = files.find(({ name }) => name === 'policies.json')!;
  expect(read.complaints.length === 0 || read.facts.length === 0).toBe(true);
  return read.complaints.map(complaintText);
};

describe('a policy', () => {
  it.each<[string, object]>([
    ['that only acknowledges praise', { kinds: ['berom'], answer: null }],
    ['that only answers', { acknowledge: null }],
    ['that counts the answer from the acknowledgement', { answer: fromAcknowledgement }],
    ['with a limit to extensions', { extensions: { atMost: 2, count: 10 } }],
    ['with a second stage', { secondStage: { acknowledge: term, answer: fromAcknowledgement, extensions: null } }],
  ])('%s is understood', (_, difference) => {
    expect(complaints(difference)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['that promises nothing', { acknowledge: null, answer: null }, 'answer: promises nothing'],
    ['that answers in no time', { answer: { ...term, count: 0 } }, 'answer.count: must be a whole number from 1 to 366'],
    ['with half a day', { answer: { ...term, count: 1.5 } }, 'answer.count: must be a whole number from 1 to 366'],
    ['with a negative term', { acknowledge: { ...term, count: -1 } }, 'acknowledge.count: must be a whole number from 0 to 366'],
    ['in an unknown unit', { answer: { ...term, unit: 'years' } }, 'answer.unit: must be one of workingDays, calendarDays, weeks, months'],
    ['whose acknowledgement is counted from itself', { acknowledge: fromAcknowledgement }, 'acknowledge: cannot be counted from itself'],
    [
      'counted from an acknowledgement that nobody promises',
      { acknowledge: null, answer: fromAcknowledgement },
      'answer: is counted from an acknowledgement that is not promised',
    ],
    [
      'whose second stage is',
      { secondStage: { acknowledge: null, answer: fromAcknowledgement, extensions: null } },
      'secondStage: answer is counted from an acknowledgement that is not promised',
    ],
    ['that extends no answer', { answer: null, extensions: { atMost: 1, count: 5 } }, 'extensions: there is no answer to extend'],
    ['that extends by nothing', { extensions: { atMost: 1, count: 0 } }, 'extensions.count: must be a whole number from 1 to 366'],
    ['that reminds on the day itself', { reminders: [0] }, 'reminders.0: must be a whole number from 1 to 60'],
    ['that reminds in disorder', { reminders: [1, 3] }, 'reminders: must go from the earliest reminder to the last'],
    ['that tells the manager before the officer', { escalations: [3, 3] }, 'escalations: must go from the first told to the last'],
    ['that knows more heads than one', { escalations: [1, 2, 3, 4] }, 'escalations: end with the head of administration: three at most'],
    ['with an unknown field', { pause: true }, 'pause: is not a known field'],
  ])('%s is refused', (_, difference, complaint) => {
    expect(complaints(difference)).toEqual([expect.stringMatching(/^policies\.json:1:\d+ /)]);
    expect(complaints(difference)[0]).toContain(` ${complaint}`);
  });

  it('is refused if another speaks for the same people on the same day', () => {
    const rival = { code: 'rival', kinds: ['berom', 'fraga'] };
    expect(complaints(rival, { code: 'praise', kinds: ['berom'] })).toEqual([
      expect.stringContaining('kinds: rival speaks for the same submissions at the same time'),
    ]);
    expect(complaints(rival, { code: 'complaints', kinds: ['klagomal'] }, {})).toEqual([]);
    expect(complaints({ ...rival, validTo: '2026-12-31' }, { ...rival, code: 'next', validFrom: '2027-01-01' })).toEqual([]);
  });

  it('of some complaint procedures leaves the others to the next, and is refused beside another for one of them', () => {
    const school = { code: 'school', complaintLaws: ['SKOLLAGEN_4_8', 'SKOLLAGEN_6'] };
    expect(complaints({}, school, { code: 'access', complaintLaws: ['DOS'] })).toEqual([]);
    expect(complaints({}, school, { code: 'bullying', complaintLaws: ['SKOLLAGEN_6'] })).toEqual([
      expect.stringContaining('kinds: school speaks for the same submissions at the same time'),
    ]);
    expect(complaints({ complaintLaws: ['ROM'] })).toEqual([expect.stringContaining('complaintLaws.0: must be one of SKOLLAGEN_4_8, ')]);
  });

  it('is refused if two of its versions have one number: a promise names its version', () => {
    expect(complaints({ validTo: '2026-12-31' }, { validFrom: '2027-01-01' })).toEqual([
      expect.stringContaining('version: two versions of gotland have the number 1'),
    ]);
  });
});
