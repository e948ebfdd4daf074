import { addNote } from '#cases';
import { noteAdded } from '#test/case-events';
import { inEveryStatus } from '#test/in-every-status';

describe('adding a note is possible wherever the case stands', () => {
  inEveryStatus(addNote, noteAdded().data, {
    'not-received': 'case-not-found',
    'in-triage': [noteAdded()],
    'with-board': [noteAdded()],
    'in-transfer': [noteAdded()],
    'awaiting-clarification': [noteAdded()],
    answered: [noteAdded()],
    closed: [noteAdded()],
  });
});
