import * as vocabulary from '#cases';
import type { CaseEvent, CaseFacts, Personal } from '#cases';
import { canonicalFacts } from '#test/case-events';
import { exampleOf, objections, schemaOf, type Schema } from '#test/event-schemas';

type Type = CaseEvent['type'];

const types = Object.keys(canonicalFacts) as Type[];

/** Every property of a schema with its path, as in `contact.email`. */
function* properties(schema: Schema, path = ''): Generator<[string, Schema]> {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield [path + name, property];
    yield* properties(property, `${path}${name}.`);
  }
}

describe.each(types)('the schema of %s', (type) => {
  it('accepts the recorded example', () => {
    expect(objections({ type, data: exampleOf(type) })).toEqual([]);
  });

  it('has an example that says what the tests say', () => {
    expect(exampleOf(type)).toEqual(canonicalFacts[type]);
  });

  it('knows no field that the type does not know', () => {
    expect(objections({ type, data: { ...exampleOf(type), extra: true } })).toMatchObject([{ keyword: 'additionalProperties' }]);
  });

  it('describes every field and closes every object', () => {
    const all: [string, Schema][] = [['', schemaOf(type)], ...properties(schemaOf(type))];
    expect(all.filter(([, { description }]) => !description)).toEqual([]);
    expect(all.filter(([, each]) => each.properties && each.additionalProperties !== false)).toEqual([]);
  });

  it('seals the fields that the type calls personal', () => {
    const marked = [...properties(schemaOf(type))].flatMap(([path, each]) => (each['x-personal'] ? [[path, each['x-personal']]] : []));
    expect(Object.fromEntries(marked)).toEqual(owners[type]);
  });
});

describe('a category', () => {
  const mayBeRecorded = (data: object) => objections({ type: 'CaseClassified', data: { ...data, by: 'rules' } }).length === 0;

  it.each(['none', 'low'])('stands in clear where secrecy is %s, and only there', (secrecy) => {
    expect(mayBeRecorded({ secrecy, category: 'GATA.BELYSNING' })).toBe(true);
    expect(mayBeRecorded({ secrecy, secretCategory: 'GATA.BELYSNING' })).toBe(false);
  });

  it('never stands in clear where secrecy is high', () => {
    const secret = { secrecy: 'high', secretCategory: 'IFO.EKONOMISKT' };
    expect(mayBeRecorded(secret)).toBe(true);
    expect(mayBeRecorded({ ...secret, category: 'IFO.EKONOMISKT' })).toBe(false);
    expect(mayBeRecorded({ secrecy: 'high', category: 'IFO.EKONOMISKT' })).toBe(false);
  });
});

describe('a rating', () => {
  const mayBeRecorded = (data: object) => objections({ type: 'AnswerRated', data: { satisfied: true, ...data } }).length === 0;

  it('says how it was told where the staff wrote it down, and only there', () => {
    expect(mayBeRecorded({ by: 'staff', channel: 'phone' })).toBe(true);
    expect(mayBeRecorded({ by: 'staff' })).toBe(false);
    expect(mayBeRecorded({ by: 'staff', channel: 'web' })).toBe(false);
    expect(mayBeRecorded({ by: 'submitter' })).toBe(true);
    expect(mayBeRecorded({ by: 'submitter', channel: 'phone' })).toBe(false);
    expect(mayBeRecorded({})).toBe(false);
  });

  it("recorded before it said by whom is nobody's for certain", () => {
    expect(vocabulary.caseUpcasters.AnswerRated[1]({ satisfied: true })).toEqual({ satisfied: true, by: null });
    expect(mayBeRecorded({ by: null })).toBe(true);
  });
});

describe('a word of the vocabulary', () => {
  it.each([
    ['kinds', 'CaseReceived', 'kind'],
    ['channels', 'CaseReceived', 'channel'],
    ['channels', 'ClarificationReceived', 'channel'],
    ['staffChannels', 'AnswerRated', 'channel'],
    ['languages', 'CaseReceived', 'language'],
    ['ways', 'CaseAcknowledged', 'by'],
    ['ways', 'AnswerGiven', 'by'],
    ['outcomes', 'CaseClosed', 'outcome'],
    ['secrecyBases', 'TransferSent', 'secrecyBasis'],
    ['secrecyBases', 'ReferredToExternalBody', 'secrecyBasis'],
  ] as const)('of %s is one in the schema of %s', (words, type, property) => {
    expect(schemaOf(type).properties?.[property]?.enum).toEqual(vocabulary[words]);
  });
});

/** The paths of the personal fields, taken from the type: one that is missing below, or one too many, does not compile. */
type PersonalPath<Fact> = Fact extends object
  ? {
      [Name in keyof Fact & string]-?: Personal extends NonNullable<Fact[Name]>
        ? Name
        : NonNullable<Fact[Name]> extends object
          ? `${Name}.${PersonalPath<NonNullable<Fact[Name]>>}`
          : never;
    }[keyof Fact & string]
  : never;

/** Whose key seals which field. */
const owners: { readonly [T in Type]: Readonly<Record<PersonalPath<CaseFacts[T]>, 'content' | 'submitter'>> } = {
  CaseReceived: {
    text: 'content',
    place: 'content',
    'contact.name': 'submitter',
    'contact.email': 'submitter',
    'contact.phone': 'submitter',
  },
  ReceiptDated: {},
  CaseRegistered: {},
  CaseClassified: { secretCategory: 'content' },
  CaseRouted: { 'basis.explanation': 'content', reason: 'content' },
  PersonalNumberNoticed: {},
  SecrecySuspected: {},
  CaseSentToTriage: { 'basis.explanation': 'content' },
  TransferSent: { reason: 'content' },
  TransferAccepted: {},
  TransferDeclined: { reason: 'content' },
  TransferRecalled: { reason: 'content' },
  BoardSucceeded: {},
  TransferRedirected: {},
  PromiseMade: {},
  PromiseRecounted: {},
  CaseAcknowledged: {},
  CaseAssigned: {},
  ClarificationAsked: { questions: 'content' },
  ClarificationReceived: { text: 'content' },
  AnswerGiven: { text: 'content' },
  AnswerRated: {},
  DelayNoticeGiven: { reason: 'content' },
  ActionPlanned: { description: 'content' },
  ActionCompleted: { result: 'content' },
  ReferredToExternalBody: {},
  NoteAdded: { text: 'content' },
  SecrecyMarked: {},
  SecrecyLifted: { reason: 'content' },
  SecrecyRuledOut: { reason: 'content' },
  CaseClosed: { reason: 'content' },
  CaseReopened: { reason: 'content' },
  ReviewRequested: { reason: 'content' },
  ReviewAnswered: { text: 'content' },
  AccessCodeReplaced: {},
  ReceiptDateCorrected: { reason: 'content' },
};
