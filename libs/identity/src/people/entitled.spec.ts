import { type CaseSubject } from '../policy/actions.js';
import { type Grant } from '../policy/caller.js';
import { type Directory, emptyDirectory, evolveDirectory } from './directory.js';
import { personStream } from './person-id.js';
import { allow } from '../policy/policy.js';
import { entitledTo } from './entitled.js';

const recordedAt = '2026-11-22T08:00:00.000Z';
const seen = { type: 'PersonSeen', data: { name: 'N', digest: '' } };

/** Somebody who was seen and holds these. */
const withPerson = (directory: Directory, personId: string, ...grants: Grant[]): Directory =>
  [seen, ...grants.map((data) => ({ type: 'RoleGranted', data }))].reduce(
    (state, event, revision) => evolveDirectory(state, { ...event, stream: personStream(personId), revision, metadata: { recordedAt } }),
    directory,
  );
const subject = (more: Partial<CaseSubject> = {}): CaseSubject => ({
  caseId: 'the-case',
  boardCode: 'SON',
  secrecy: false,
  inTriage: false,
  ...more,
});

const readersOf = (directory: Directory, about: CaseSubject) =>
  entitledTo(directory, (caller) => allow(caller, 'read-case', about) === 'allowed');

describe('those who may read a case', () => {
  const directory = [
    ['camilla', { role: 'manager', boards: ['SON'] }],
    ['christer', { role: 'manager', boards: ['TN'] }],
    ['frida', { role: 'head', boards: 'all' }],
    ['amira', { role: 'administrator', boards: 'all' }],
  ].reduce((state, [person, grant]) => withPerson(state, person as string, grant as Grant), emptyDirectory);

  it('are known with the roles by which they may', () => {
    expect(readersOf(directory, subject())).toEqual([
      { personId: 'camilla', roles: ['manager'] },
      { personId: 'frida', roles: ['head'] },
    ]);
  });

  it('are for a secret case only those whose right names the board', () => {
    expect(readersOf(directory, subject({ secrecy: true }))).toEqual([{ personId: 'camilla', roles: ['manager'] }]);
    const both = withPerson(emptyDirectory, 'frida', { role: 'head', boards: 'all' }, { role: 'officer', boards: ['SON'] });
    expect(readersOf(both, subject({ secrecy: true }))).toEqual([{ personId: 'frida', roles: ['officer'] }]);
  });

  it('are nobody who was never seen', () => {
    const data: Grant = { role: 'manager', boards: ['SON'] };
    const invited = evolveDirectory(emptyDirectory, {
      type: 'RoleGranted',
      data,
      stream: personStream('invitation'),
      revision: 0,
      metadata: { recordedAt },
    });
    expect(readersOf(invited, subject())).toEqual([]);
  });
});
