import { classify, replay } from '#cases';
import { caseClassified, inTriage, secretlyClassified, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const command = caseClassified({ by: 'person' }).data;
const classified = caseClassified({ by: 'person' });

describe('classifying', () => {
  inEveryStatus(classify, command, {
    'not-received': 'case-not-found',
    'in-triage': [classified],
    'with-board': [],
    'in-transfer': [],
    'awaiting-clarification': [],
    answered: [],
    closed: 'case-closed',
  });

  it('says nothing new of the same category, whoever says it', () =>
    given(...inTriage(), caseClassified())
      .when(classify, command)
      .thenNothing());

  it('says a secret category again, for a sealed one cannot be compared', () =>
    given(...withBoard(), secretlyClassified())
      .when(classify, secretlyClassified().data)
      .then(secretlyClassified()));

  it('remembers how secret the case is', () =>
    expect(replay([...withBoard(), secretlyClassified()])).toMatchObject({ known: { secrecy: 'high' } }));

  it.each([
    ['another category', caseClassified({ category: 'GATA.GANGCYKEL', by: 'person' })],
    ['the same with other secrecy', caseClassified({ secrecy: 'low', by: 'person' })],
    ['a secret one', secretlyClassified()],
  ])('replaces the category by %s', (_what, other) =>
    given(...withBoard())
      .when(classify, other.data)
      .then(other),
  );
});
