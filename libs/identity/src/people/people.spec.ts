import { createHmac } from 'node:crypto';
import { type Identity, identityOf as identityOrNobody } from '../openid/identity.js';
import { type Caller, type Grant } from '../policy/caller.js';
import { allow } from '../policy/policy.js';
import { type Directory, directoryAfter, emptyDirectory, evolveDirectory, grantsOf, outlivedBySignOut, peopleWho } from './directory.js';
import { grantRole, revokeRole } from './grant-role.js';
import { granteeOf, invitationIdOf, personIdOf, personStream } from './person-id.js';
import { type PersonEvents } from './person-events.js';
import { recognise } from './recognise.js';
import { grantsOfGroups, knownGroups, type RoleClaims } from './role-claims.js';
import { staffCaller } from './staff-caller.js';

const mac = (purpose: string, value: string) => createHmac('sha256', 'a key for tests').update(`${purpose}\0${value}`).digest();
const identityOf = (...given: Parameters<typeof identityOrNobody>) => identityOrNobody(...given)!;
const issuer = 'https://login.example';
const recordedAt = '2026-11-22T08:00:00.000Z';
const officer: Grant = { role: 'officer', boards: ['TN'] };
const hanna = identityOf(
  { iss: issuer, sub: 'hanna', name: 'Hanna Hellgren', email: 'Hanna@region.example', email_verified: true },
  { mac },
);

/** The directory after these events in the stream of one id. */
function after(directory: Directory, id: string, ...events: readonly PersonEvents[]): Directory {
  return events.reduce((state, event) => {
    const revision = (state.get(id)?.revision ?? -1) + 1;
    return evolveDirectory(state, { ...event, stream: personStream(id), revision, metadata: { recordedAt } });
  }, directory);
}

/** The directory after somebody logged in. */
function loggedIn(directory: Directory, identity: Identity): Directory {
  return recognise(directory, identity, mac).reduce(
    (state, { correlationId, events }) => after(state, correlationId, ...events),
    directory,
  );
}

describe('a role', () => {
  const granted = after(emptyDirectory, hanna.personId, ...grantRole(undefined, officer));

  it('is held from the event that grants it to the event that takes it', () => {
    expect(grantsOf(granted, hanna.personId)).toEqual([officer]);
    const revoked = after(granted, hanna.personId, ...revokeRole(granted.get(hanna.personId), officer));
    expect(grantsOf(revoked, hanna.personId)).toEqual([]);
  });

  it('granted or taken a second time changes nothing', () => {
    expect(grantRole(granted.get(hanna.personId), officer)).toEqual([]);
    expect(revokeRole(undefined, officer)).toEqual([]);
    expect(revokeRole(granted.get(hanna.personId), { role: 'manager', boards: 'all' })).toEqual([]);
  });

  it('adds boards up and gives them back one by one', () => {
    const more = after(granted, hanna.personId, ...grantRole(granted.get(hanna.personId), { role: 'officer', boards: ['SON', 'MBN'] }));
    expect(grantsOf(more, hanna.personId)).toEqual([{ role: 'officer', boards: ['MBN', 'SON', 'TN'] }]);
    const less = after(more, hanna.personId, ...revokeRole(more.get(hanna.personId), { role: 'officer', boards: ['SON'] }));
    expect(grantsOf(less, hanna.personId)).toEqual([{ role: 'officer', boards: ['MBN', 'TN'] }]);
  });

  it('held for all boards may besides name those whose secret cases it opens, and ends altogether', () => {
    const both = after(granted, hanna.personId, ...grantRole(granted.get(hanna.personId), { role: 'officer', boards: 'all' }));
    expect(grantsOf(both, hanna.personId)).toEqual([officer, { role: 'officer', boards: 'all' }]);
    const none = after(both, hanna.personId, ...revokeRole(both.get(hanna.personId), { role: 'officer', boards: 'all' }));
    expect(grantsOf(none, hanna.personId)).toEqual([]);
  });

  it('can be granted by subject before the person ever logged in', () => {
    const early = after(emptyDirectory, granteeOf('hanna', issuer, mac), ...grantRole(undefined, officer));
    expect(staffCaller(early, hanna)).toMatchObject({ personId: hanna.personId, grants: [officer] });
  });

  it('is not held by the same subject of another issuer', () => {
    const stranger = identityOf({ iss: 'https://other.example', sub: 'hanna' }, { mac });
    expect(grantsOf(granted, stranger.personId)).toEqual([]);
    expect(personIdOf('https://a', 'b', mac)).not.toBe(personIdOf('https://', 'ab', mac));
  });
});

describe('an invitation by e-mail', () => {
  const invited = after(emptyDirectory, granteeOf('hanna@REGION.example ', issuer, mac), ...grantRole(undefined, officer));
  const accepted = loggedIn(invited, hanna);

  it('is accepted at the first login with the address, whatever its case', () => {
    expect(grantsOf(invited, hanna.personId)).toEqual([]);
    expect(grantsOf(accepted, hanna.personId)).toEqual([officer]);
  });

  it('is not accepted while the issuer has not confirmed the address', () => {
    for (const email_verified of [false, undefined, 'true', 1]) {
      const unsure = identityOf({ iss: issuer, sub: 'hanna', name: 'H', email: 'hanna@region.example', email_verified }, { mac });
      expect(grantsOf(loggedIn(invited, unsure), unsure.personId)).toEqual([]);
    }
  });

  it('gives nothing to who has the address later', () => {
    const successor = identityOf({ iss: issuer, sub: 'sven', name: 'S', email: 'hanna@region.example', email_verified: true }, { mac });
    const later = loggedIn(accepted, successor);
    expect(grantsOf(later, successor.personId)).toEqual([]);
    expect(grantsOf(later, hanna.personId)).toEqual([officer]);
  });

  it('is accepted by one, though two come at once: both append at the same revision', () => {
    const other = identityOf({ iss: issuer, sub: 'sven', name: 'S', email: 'hanna@region.example', email_verified: true }, { mac });
    const [one, two] = [hanna, other].map((identity) => recognise(invited, identity, mac)[0]!);
    expect([one!.stream, one!.expected]).toEqual([two!.stream, two!.expected]);
  });

  it('can be revoked by the address also after it was accepted', () => {
    const id = invitationIdOf('hanna@region.example', mac);
    expect(grantsOf(after(accepted, id, ...revokeRole(accepted.get(id), officer)), hanna.personId)).toEqual([]);
  });
});

describe('a login', () => {
  it('is recorded with name and address at the first, and again only when they changed', () => {
    const first = loggedIn(emptyDirectory, hanna);
    expect(recognise(emptyDirectory, hanna, mac)).toMatchObject([{ expected: 'no-stream', events: [{ type: 'PersonSeen' }] }]);
    expect(recognise(first, hanna, mac)).toEqual([]);
    expect(recognise(first, { ...hanna, name: 'Hanna Holm' }, mac)).toMatchObject([
      { expected: 0, events: [{ data: { name: 'Hanna Holm' } }] },
    ]);
  });

  it('makes a person someone to whom a case can be assigned, if the roles say so', () => {
    const may = (caller: Caller) => allow(caller, 'answer', { caseId: 'c', boardCode: 'TN', secrecy: true, inTriage: false }) === 'allowed';
    const known = after(loggedIn(emptyDirectory, hanna), hanna.personId, ...grantRole(undefined, officer));
    const neverSeen = after(known, personIdOf(issuer, 'sven', mac), ...grantRole(undefined, officer));
    expect(peopleWho(neverSeen, may)).toEqual([hanna.personId]);
  });

  it('takes a name as one line of text', () => {
    const odd = { iss: issuer, sub: 's', name: `\u202eA\r\nB\0\ud800${'x'.repeat(500)}`, email: ['a@b'], email_verified: true };
    expect(identityOf(odd, { mac })).toMatchObject({ name: `AB${'x'.repeat(198)}`, emailVerified: false });
    expect(identityOf({ iss: issuer, sub: 's', name: 7 }, { mac }).name).toBe('s');
  });
});

describe('groups of the issuer', () => {
  const roleClaims: RoleClaims = { claim: 'groups', grants: { 'tn-officers': officer } };

  it('give the roles that the organisation mapped them to', () => {
    const groups = knownGroups({ groups: ['staff', 'tn-officers', 'tn-officers'] }, roleClaims);
    expect(groups).toEqual(['tn-officers']);
    expect(staffCaller(emptyDirectory, { ...hanna, groups }, roleClaims).grants).toEqual([officer]);
  });

  it.each([
    ['strange names', ['__proto__', 'constructor', '<script>', 7, null]],
    ['no list', { 'tn-officers': true }],
    ['nothing', undefined],
    ['a name beyond the thousandth', [...Array.from({ length: 1000 }, (_, i) => String(i)), 'tn-officers']],
  ])('give nothing for %s', (_, groups) => {
    expect(knownGroups({ groups }, roleClaims)).toEqual([]);
  });

  it('give nothing when the mapping is gone', () => {
    expect(grantsOfGroups(['tn-officers', '__proto__'], { claim: 'groups', grants: {} })).toEqual([]);
    expect(knownGroups({ groups: ['tn-officers'] }, undefined)).toEqual([]);
  });
});

describe('the directory', () => {
  it('passes over other streams and unknown events', () => {
    const event = { type: 'RoleGranted', data: officer, stream: 'case-1', revision: 0, metadata: { recordedAt } };
    expect(evolveDirectory(emptyDirectory, event)).toBe(emptyDirectory);
    const strange = evolveDirectory(emptyDirectory, { ...event, type: 'FromTheFuture', stream: personStream('p') });
    expect(strange.get('p')).toMatchObject({ revision: 0, grants: [] });
  });

  it('forgets ended sessions that would be over by themselves', () => {
    const signOut = (state: Directory, revision: number, at: string) =>
      evolveDirectory(state, {
        type: 'SignedOut',
        data: { session: at },
        stream: personStream('p'),
        revision,
        metadata: { recordedAt: at },
      });
    const days = Array.from({ length: 20 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}T08:00:00.000Z`);
    expect(days.reduce((state, at, revision) => signOut(state, revision, at), emptyDirectory).get('p')?.signedOut).toHaveLength(1);
  });

  describe('of 50 people who sign out again and again', () => {
    const signOuts = Array.from({ length: 2_000 }, (_, number) => ({
      type: 'SignedOut',
      data: { session: number % 7 === 0 ? 'every' : `s-${number}` },
      stream: personStream(`p-${number % 50}`),
      revision: Math.floor(number / 50),
      metadata: { recordedAt: new Date(Date.parse(recordedAt) + number * 300_000).toISOString() },
    }));

    it('is copied once for all events', () => {
      let copies = 0;
      class Watched extends Map<string, never> {
        override [Symbol.iterator]() {
          copies += 1;
          return super[Symbol.iterator]();
        }
      }
      expect(directoryAfter(new Watched(), signOuts)).toEqual(signOuts.reduce(evolveDirectory, emptyDirectory));
      expect(copies).toBe(1);
    });

    it('is the same without those that a later one outlives, which are nearly all', () => {
      const kept = signOuts.filter((one) => !signOuts.some((later) => isOutlived(one, later)));
      expect(directoryAfter(emptyDirectory, kept)).toEqual(directoryAfter(emptyDirectory, signOuts));
      expect(kept.length).toBeLessThan(200);
    });

    const isOutlived = (one: (typeof signOuts)[number], later: (typeof signOuts)[number]): boolean =>
      later.stream === one.stream && one.metadata.recordedAt < (outlivedBySignOut(later) ?? '');
  });
});
