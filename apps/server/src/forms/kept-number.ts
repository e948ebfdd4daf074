import type { Language } from '#cases';
import { fieldsOf, type Field, type Filled } from './field.js';
import { personalNumberTexts } from './field.texts.js';
import type { Fields } from './form.js';

/** Whether a form says that a personal identity number is to stay. */
export const keptIn = ({ personalNumber }: Fields): boolean => personalNumber === 'yes';

/** What a form says, as the API would be told it. */
export const numberSaid = <Said extends object>(said: Said): Said =>
  'personalNumber' in said ? { ...said, personalNumber: said.personalNumber === 'yes' ? 'keep' : undefined } : said;

/** The box beside a number that was asked about. It is ticked: who sends the form again as it stands has answered that the number is to stay. */
export function keptNumber(form: string, language: Language, filled: Filled): Field[] {
  if (!Object.values(filled.faults).includes('personal-number') && !keptIn(filled.fields)) return [];
  const answered = fieldsOf(form, language, { ...filled, fields: { ...filled.fields, personalNumber: 'yes' } });
  return [answered.check({ name: 'personalNumber', label: personalNumberTexts[language].keep })];
}
