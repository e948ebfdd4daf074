import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** Adds a note for those who handle the case; the submitter never sees it. */
export function addNote(note: CaseFacts['NoteAdded'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  return [{ type: 'NoteAdded', data: note }];
}
