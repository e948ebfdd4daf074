import { replay } from '#cases';
import { promisedOnAcknowledgement, promisedOnReopening, promisedOnReview, promisedTo } from '#commands';
import { shredded, type Sealed } from '#keys';
import { evolveOrganisation, policyOn, type Organisation, type Policy } from '#organisation';
import { caseClassified, caseReceived, caseRouted, caseSentToTriage } from '#test/case-events';
import { regionGotland } from '#test/region-gotland';
import { merged } from '#test/reorganised';
import { promisesFor } from './promises-for.js';

const asked = { kind: 'klagomal', board: 'TN', category: undefined, receivedDate: '2026-11-26', acknowledged: false } as const;
/** What was never sealed opens by itself. */
const keys = { open: (value: unknown) => (typeof value === 'string' ? value : shredded) };
/** The same, with its board. */
const theCase = promisedTo(replay([caseReceived({ kind: 'klagomal' }), caseRouted({ board: 'TN' })]), keys);
const own = policyOn(regionGotland(), { administrationCode: null, kind: 'klagomal', complaintLaw: null }, asked.receivedDate)!;
const answerFromAcknowledgement = { count: 10, unit: 'workingDays', roll: false, from: 'acknowledged' } as const;

/** On the day of receipt, unless another is named. */
const at = (org: Organisation, today: string = asked.receivedDate) => ({ org, today });

describe('what is promised', () => {
  it('at receipt are an acknowledgement at once and an answer, by the policy and the calendar named', () => {
    expect(promisesFor(asked, at(withVersions({})))).toEqual([
      {
        promise: 'acknowledgement',
        due: '2026-11-26',
        from: '2026-11-26',
        term: { unit: 'calendarDays', count: 0, roll: false },
        extensions: null,
        policy: 'gotland',
        policyVersion: 1,
        calendar: 'date-holidays@3.37.0',
        countedDays: 0,
      },
      {
        promise: 'answer',
        due: '2026-12-10',
        from: '2026-11-26',
        term: { unit: 'calendarDays', count: 14, roll: true },
        extensions: null,
        policy: 'gotland',
        policyVersion: 1,
        calendar: 'date-holidays@3.37.0',
        countedDays: 14,
      },
    ]);
  });

  it('for what is registered later is never due before that day, and the answer is counted from receipt as long as that has not passed', () => {
    const registeredOn = (today: string) => promisesFor(asked, at(withVersions({}), today)).map(({ due }) => due);
    expect(registeredOn('2026-11-27')).toEqual(['2026-11-27', '2026-12-10']);
    expect(registeredOn('2026-11-28')).toEqual(['2026-11-30', '2026-12-10']); // a Saturday
    expect(registeredOn('2027-01-04')).toEqual(['2027-01-04', '2027-01-04']);
    expect(registeredOn('2026-12-24')).toEqual(['2026-12-28', '2026-12-28']);
  });

  it('is nothing where no calendar tells the day', () => {
    expect(promisesFor({ ...asked, receivedDate: '2060-12-30' }, at(withVersions({}), '2060-12-30')).map(({ promise }) => promise)).toEqual(
      ['acknowledgement'],
    );
  });

  it('to praise may be the acknowledgement alone', () => {
    const org = withVersions({ answer: null });
    expect(promisesFor(asked, at(org)).map(({ promise }) => promise)).toEqual(['acknowledgement']);
    expect(promisedOnAcknowledgement('2026-11-27', theCase, at(org))).toBeUndefined();
    expect(promisedOnReopening('2026-11-27', theCase, org)).toBeUndefined();
  });

  it('to who takes up a case of a board that has ended is what its successor promises', () => {
    const org = evolveOrganisation(merged(), {
      type: 'PolicyPublished',
      data: { code: 'sbf', versions: [{ ...own, code: 'sbf', administrationCode: 'SBF' }] },
    });
    expect(promisedOnReopening('2027-01-07', theCase, org)).toMatchObject({ policy: 'sbf', from: '2027-01-07' });
    expect(promisedOnReopening('2026-12-30', theCase, org)).toMatchObject({ policy: 'gotland' });
  });

  it('from the acknowledgement on is promised with it, not before', () => {
    const org = withVersions({ answer: answerFromAcknowledgement });
    expect(promisesFor(asked, at(org)).map(({ promise }) => promise)).toEqual(['acknowledgement']);
    expect(promisedOnAcknowledgement('2026-11-30', theCase, at(org))).toMatchObject({
      promise: 'answer',
      due: '2026-12-14',
      countedDays: 10,
    });
    expect(promisedOnAcknowledgement('2026-11-30', theCase, at(withVersions({})))).toBeUndefined();
  });

  it('from the acknowledgement on is promised at receipt where that is acknowledged at once', () => {
    const org = withVersions({ answer: answerFromAcknowledgement });
    expect(promisesFor({ ...asked, acknowledged: true }, at(org)).at(-1)).toMatchObject({
      promise: 'answer',
      from: '2026-11-26',
      due: '2026-12-10',
    });
  });

  it('to whoever asks for a review is what the policy says of the second stage, counted from that day', () => {
    const secondStage = {
      acknowledge: { count: 5, unit: 'workingDays', roll: false, from: 'received' },
      answer: { count: 20, unit: 'workingDays', roll: false, from: 'acknowledged' },
      extensions: { atMost: 1, count: 20 },
    } as const;
    expect(promisedOnReview('2026-11-27', theCase, withVersions({ secondStage }))).toMatchObject([
      { promise: 'review-acknowledgement', due: '2026-12-04', extensions: null },
      { promise: 'review', due: '2026-12-29', from: '2026-11-27', extensions: { atMost: 1, count: 20 } },
    ]);
    expect(promisedOnReview('2026-11-27', theCase, withVersions({}))).toEqual([]);
  });

  it('later is by the policy in force at receipt', () => {
    const versions = [
      { validTo: '2026-12-31' },
      { version: 2, validFrom: '2027-01-01', answer: { ...answerFromAcknowledgement, count: 1 } },
    ];
    expect(promisedOnReopening('2027-02-01', theCase, withVersions(...versions))).toMatchObject({ policyVersion: 1, due: '2027-02-15' });
  });

  it("in triage is the organisation's own policy, also where the front board's administration has another", () => {
    const org = tell(withVersions({}), { ...own, code: 'rsf', administrationCode: 'RSF' });
    const answer = (board: string | undefined) => promisesFor({ ...asked, board }, at(org)).at(-1)?.policy;
    expect([answer('RS'), answer(undefined)]).toEqual(['rsf', 'gotland']);
    const inTriage = promisedTo(replay([caseReceived({ kind: 'klagomal' }), caseSentToTriage({ board: 'RS' })]), keys);
    expect(promisedOnReopening('2026-11-27', inTriage, org)?.policy).toBe('gotland');
  });

  describe('of a subject whose complaint procedure has its own policy', () => {
    const org = tell(withVersions({}), { ...own, code: 'care', complaintLaws: ['PSL_3_8'] });
    const care = { ...asked, board: 'HSN', category: 'VARD.AKUT' } as const;
    const about = (category: string) => promisesFor({ ...care, category }, at(org)).at(-1)?.policy;

    it('is what that policy says, and of the other subjects of the board what it said before', () => {
      expect([about('VARD.AKUT'), about('VARD.AVGIFT'), promisesFor(care, at(withVersions({}))).at(-1)?.policy]).toEqual([
        'care',
        'gotland',
        'gotland',
      ]);
    });

    it("is in triage what the organisation's own says: the policy would tell of the subject in clear", () => {
      expect(promisesFor({ ...care, board: undefined }, at(org)).at(-1)?.policy).toBe('gotland');
    });

    it('is also later what it says, until the key to the subject is destroyed', () => {
      const later = (secretCategory: string | Sealed) => {
        const classified = caseClassified({ secrecy: 'high', secretCategory });
        return promisedTo(replay([caseReceived({ kind: 'klagomal' }), classified, caseRouted({ board: 'HSN' })]), keys);
      };
      const policy = (asked: ReturnType<typeof later>) => promisedOnReopening('2026-11-27', asked, org)?.policy;
      expect(policy(later('VARD.AKUT'))).toBe('care');
      expect(policy(later({ sealed: 'destroyed', place: 'anywhere' }))).toBe('gotland');
    });
  });
});

function withVersions(...versions: Partial<Policy>[]): Organisation {
  return tell(regionGotland(), ...versions.map((version) => ({ ...own, ...version })));
}

function tell(org: Organisation, ...versions: Policy[]): Organisation {
  return evolveOrganisation(org, { type: 'PolicyPublished', data: { code: versions[0]!.code, versions } });
}
