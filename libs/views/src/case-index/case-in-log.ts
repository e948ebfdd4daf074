import type { EventLog } from '#event-log';
import { caseIdOf, dataOf } from '../case-events.js';

/** The case that bears a public reference or a diary number, found by reading the whole log: where the view cannot be asked. */
export async function caseInLog(log: EventLog, name: string): Promise<string | undefined> {
  for await (const event of log.follow('start', { signal: new AbortController().signal })) {
    if (event === 'caught-up') return undefined;
    if (event.unreadable !== undefined) continue;
    if (event.type === 'CaseReceived' && dataOf('CaseReceived', event).reference === name) return caseIdOf(event);
    if (event.type === 'CaseRegistered' && dataOf('CaseRegistered', event).diaryNumber === name) return caseIdOf(event);
  }
  return undefined;
}
