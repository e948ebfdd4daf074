import { replay, type CaseEvent, type ReceivedCase } from '#cases';
import {
  allow,
  entitledTo,
  evolveDirectory,
  emptyDirectory,
  personStream,
  roles,
  type CaseAction,
  type Directory,
  type Grant,
} from '#identity';
import { subjectOf } from '#node';
import type { DigestGroup } from '#notices';
import { calendarOf } from '#organisation';
import type { PromiseKind, Rung } from '#promises';
import * as facts from '#test/case-events';
import { wholeOrganisation } from '#test/whole-organisation';
import { askedOnce } from './asked-once.js';
import { asksOf } from './asks.js';
import { digestValues } from './digest-values.js';
import type { Observed } from './observed.js';
import { recipients } from './recipients.js';
import type { Staff } from './staff.js';

/** What each part of the mail tells its reader to do, read in the texts by a person. */
const toldTo: Readonly<Record<DigestGroup, (what: PromiseKind) => CaseAction>> = {
  offered: () => 'accept-transfer',
  sent: () => 'recall-transfer',
  unrouted: () => 'route',
  undelivered: (what) => keeping[what],
  late: (what) => keeping[what],
  above: (what) => (what === 'review' ? 'answer-review' : 'assign'),
  unassigned: () => 'assign',
  unacknowledged: () => 'acknowledge',
  unreplied: () => 'ask-clarification',
  soon: (what) => keeping[what],
};
const keeping: Readonly<Record<PromiseKind, CaseAction>> = {
  acknowledgement: 'acknowledge',
  answer: 'answer',
  'review-acknowledgement': 'acknowledge',
  review: 'answer-review',
  'delay-notice': 'give-delay-notice',
  action: 'complete-action',
  'clarification-reply': 'ask-clarification',
};

const promises = Object.keys(keeping).filter((what) => what !== 'clarification-reply') as PromiseKind[];
const rungs: Rung[] = ['officer', 'manager', 'head'];
/** Everything that can be observed, and to whom it goes first. */
const observations: Pick<Observed, 'kind' | 'to' | 'what'>[] = [
  ...promises.flatMap((what) => [
    { kind: 'reminder' as const, to: 'officer' as const, what },
    { kind: 'undelivered' as const, to: 'officer' as const, what },
    ...rungs.map((to) => ({ kind: 'escalation' as const, to, what })),
  ]),
  { kind: 'unreplied', to: 'officer', what: 'clarification-reply' },
];
const offer = { kind: 'offered', to: 'officer', what: 'answer' } as const;

const caseOf = (...events: CaseEvent[]): ReceivedCase => replay(events) as ReceivedCase;
const officer = facts.caseAssigned().data.officer;
const cases: Readonly<Record<string, ReceivedCase>> = {
  'without an officer': caseOf(...facts.withBoard('TN')),
  'with an officer': caseOf(...facts.withBoard('TN'), facts.caseAssigned()),
  'secret, without an officer': caseOf(...facts.withBoard('TN'), facts.secrecyMarked()),
  'in triage': caseOf(...facts.inTriage()),
  'offered to another board': caseOf(...facts.withBoard('TN'), facts.caseAssigned(), facts.transferSent({ from: 'TN', to: 'MBN' })),
};

/** A directory of these people, who have all been here. */
const directoryOf = (people: Readonly<Record<string, readonly Grant[]>>): Directory =>
  Object.entries(people).reduce(
    (directory, [personId, grants]) =>
      [{ type: 'PersonSeen', data: { name: 'N', digest: '' } }, ...grants.map((data) => ({ type: 'RoleGranted', data }))].reduce(
        (state, event, revision) =>
          evolveDirectory(state, {
            ...event,
            stream: personStream(personId),
            revision,
            metadata: { recordedAt: '2026-11-22T08:00:00.000Z' },
          }),
        directory,
      ),
    emptyDirectory,
  );
const staffOf = (directory: Directory): Staff => ({
  whoMay: (asked, state) => entitledTo(directory, (caller) => allow(caller, asked, subjectOf(state)) === 'allowed'),
  addressOf: (personId) => `${personId}@region.example`,
});
const everywhere: Grant['boards'][] = [['TN'], ['MBN'], ['RS'], 'all'];
const everyGrant = roles.flatMap((role) => everywhere.map((boards): Grant => ({ role, boards })));
const nameOf = ({ role, boards }: Grant) => `${role} of ${String(boards)}`;

/** The rungs of one promise are one matter: who may do something about it hears of it on one of them. */
const matterOf = ({ kind, what }: Pick<Observed, 'kind' | 'what'>) => `${kind === 'escalation' ? 'reminder' : kind} ${what}`;

const mayDo = (grants: readonly Grant[], action: CaseAction, state: ReceivedCase): boolean =>
  allow({ kind: 'staff', personId: 'p', name: '', grants }, action, subjectOf(state)) === 'allowed';

describe('who is told, and who may do something about it', () => {
  let around: Omit<Parameters<typeof digestValues>[2], 'files' | 'staff'>;
  beforeAll(async () => {
    const links = { list: '', case: (caseId: string) => caseId };
    around = { day: '2026-12-07', calendar: calendarOf(await wholeOrganisation()), organisation: 'Region Gotland', links };
  });
  const told = (one: Pick<Observed, 'kind' | 'to' | 'what'>, state: ReceivedCase, staff: Staff) => {
    const files = new Map([['the-case', { state, ledger: [] }]]);
    const observed = { id: 'event', caseId: 'the-case', promise: 'promise', due: '2026-12-10', ...one };
    return recipients(one, state, staff).map((personId) => ({
      personId,
      groups: Object.entries(digestValues(personId, [observed], { ...around, files, staff })?.groups ?? {}).map(
        ([group]) => group as DigestGroup,
      ),
    }));
  };
  const observedOf = (state: ReceivedCase) => (state.status === 'in-transfer' ? [...observations, offer] : observations);

  it.each(Object.entries(cases))('agree on a case %s: whoever is told may do what the mail says', (_, state) => {
    const people = Object.fromEntries(everyGrant.map((grant) => [nameOf(grant), [grant]]));
    const staff = staffOf(directoryOf({ ...people, [officer]: [{ role: 'officer', boards: ['TN'] }] }));
    let count = 0;
    for (const one of observedOf(state)) {
      for (const { personId, groups } of told(one, state, staff)) {
        count += 1;
        expect([personId, groups]).toEqual([personId, [expect.any(String)]]);
        const grants = personId === officer ? [{ role: 'officer' as const, boards: ['TN'] }] : (people[personId] ?? []);
        expect([one, personId, groups, mayDo(grants, toldTo[groups[0]!](one.what), state)]).toEqual([one, personId, groups, true]);
      }
    }
    expect(count).toBeGreaterThanOrEqual(observedOf(state).length);
  });

  it.each(Object.entries(cases))('agree on a case %s: whoever may do it is told, where nobody is before them', (_, state) => {
    for (const grant of everyGrant) {
      const staff = staffOf(directoryOf({ [nameOf(grant)]: [grant] }));
      const may = new Set<string>();
      const heard = new Set<string>();
      for (const one of observedOf(state)) {
        const asked = asksOf(one, state, staff).map(({ group }) => toldTo[group](one.what));
        if (asked.some((action) => mayDo([grant], action, state))) may.add(matterOf(one));
        if (told(one, state, staff).length > 0) heard.add(matterOf(one));
      }
      expect([nameOf(grant), [...heard]]).toEqual([nameOf(grant), [...may]]);
    }
  });

  it('are, of a case without an officer, the officers and managers of its board', () => {
    const boards = ['TN'];
    const people = Object.fromEntries(roles.map((role) => [role, [{ role, boards }]]));
    const staff = staffOf(directoryOf({ ...people, elsewhere: [{ role: 'officer', boards: ['MBN'] }] }));
    const lost = caseOf(...facts.withBoard('TN'), facts.caseAssigned({ officer }));
    for (const state of [cases['without an officer']!, lost])
      for (const kind of ['reminder', 'escalation'] as const)
        expect(told({ kind, to: 'officer', what: 'answer' }, state, staff)).toEqual([
          { personId: 'officer', groups: ['unassigned'] },
          { personId: 'manager', groups: ['unassigned'] },
        ]);
  });

  it('are found once for all cases that are alike', () => {
    const staff = staffOf(directoryOf({ hanna: [{ role: 'officer', boards: ['TN'] }] }));
    let asked = 0;
    const counting = askedOnce({ ...staff, whoMay: (...asking) => ((asked += 1), staff.whoMay(...asking)) });
    for (let time = 0; time < 1_000; time++)
      recipients({ kind: 'reminder', to: 'officer', what: 'answer' }, cases['with an officer']!, counting);
    expect(asked).toBeLessThanOrEqual(2);
  });
});
