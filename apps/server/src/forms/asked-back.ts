import type { Language } from '#cases';
import type { LocalDate } from '#promises';
import { isLongAgo } from '../requests/days.js';
import type { Checked } from './check.js';
import { fieldsOf, type Field, type Filled } from './field.js';
import { longAgoTexts } from './field.texts.js';
import type { Fields } from './form.js';

/** The field of the box that confirms a day of receipt. It says which day, so that another one is asked back anew. */
export const confirmedDay = 'confirmedDay';

/**
 * Asks a day of receipt back, once, if it lies long ago; together with whatever else the check has found.
 * @param field in which the day stands
 */
export function askBack<Asked>(checked: Checked<Asked>, field: string, fields: Fields, today: LocalDate): Checked<Asked> {
  const day = fields[field] ?? '';
  if (!isLongAgo(day, today) || fields[confirmedDay] === day) return checked;
  return { faults: { ...('faults' in checked && checked.faults), [field]: { longAgo: day } } };
}

/** The box beside a day that was asked back. It is ticked: who sends the form again as it stands has confirmed the day. */
export function confirmationOf(field: string, form: string, { language, filled }: { language: Language; filled: Filled }): Field[] {
  const { [field]: day = '', [confirmedDay]: confirmed } = filled.fields;
  const fault = filled.faults[field];
  const isAsked = typeof fault === 'object' && 'longAgo' in fault;
  if (!isAsked && (day === '' || confirmed !== day)) return [];
  const ticked = fieldsOf(form, language, { ...filled, fields: { ...filled.fields, [confirmedDay]: day } });
  return [ticked.check({ name: confirmedDay, label: longAgoTexts[language].confirm(day), says: day })];
}

/** What the form says otherwise. */
export function withoutConfirmation({ [confirmedDay]: _, ...said }: Fields): Fields {
  return said;
}
