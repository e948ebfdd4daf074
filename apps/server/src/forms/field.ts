import type { Language } from '#cases';
import type { Fault } from './check.js';
import { longAgoTexts, personalNumberTexts, tooLongTexts } from './field.texts.js';
import type { Fields } from './form.js';

/** A field as the page shows it. Every member is there, because a template that names what is missing throws. */
export interface Field {
  /** The partial that draws it. */
  readonly control: 'field-text' | 'field-area' | 'field-select' | 'field-radios' | 'field-check';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
  /** The ids of hint and error. */
  readonly describedBy: string | null;
  readonly optional: string | null;
  readonly value: string;
  /** What a box says when it is ticked. */
  readonly says: string;
  readonly type: 'text' | 'email' | 'tel' | 'date';
  readonly autocomplete: string | null;
  readonly groups: readonly OptionGroup[];
  readonly options: readonly Option[];
}

interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface Option extends Choice {
  readonly id: string;
  readonly chosen: boolean;
  readonly hint: string | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | null;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** What a field is for, before anybody has filled it in. */
interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** The word for a field that may be left empty. */
  readonly optional?: string;
  readonly type?: Field['type'];
  readonly autocomplete?: string;
  readonly says?: string;
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
  /** What to say when it is left empty, and when what stands there cannot be right. */
  readonly faults?: Readonly<Partial<Record<'missing' | 'wrong', string>>>;
}

/** What stood in a form that is shown again, and what was wrong with it. */
export interface Filled {
  readonly fields: Fields;
  readonly faults: Readonly<Record<string, Fault>>;
}

export const nothingFilled: Filled = { fields: {}, faults: {} };

/** Draws the fields of one form; ids begin with its name, so that several forms can stand on a page. */
export const fieldsOf = (form: string, language: Language, { fields, faults }: Filled) => {
  const field = (control: Field['control'], asked: Asked): Field => {
    const { name, label, hint, optional, type, autocomplete, says, choices, groups } = { ...nothingAsked, ...asked };
    const id = `${form}-${name}`;
    const value = fields[name] ?? '';
    const error = errorOf(asked, faults[name], language);
    const option = ({ hint: about = null, ...choice }: Choice): Option => ({
      ...choice,
      hint: about,
      id: `${id}-${choice.value}`,
      chosen: choice.value === value,
    });
    return {
      ...{ control, id, name, label, hint, error, optional, value, says, type, autocomplete },
      describedBy: [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || null,
      groups: groups.map(({ label: area, choices: within }) => ({ label: area, options: within.map(option) })),
      options: choices.map(option),
    };
  };
  return {
    text: (asked: Asked) => field('field-text', asked),
    area: (asked: Asked) => field('field-area', asked),
    date: (asked: Asked) => field('field-text', { ...asked, type: 'date' }),
    select: (asked: Asked) => field('field-select', asked),
    radios: (asked: Asked) => field('field-radios', asked),
    check: (asked: Asked) => field('field-check', asked),
  };
};

const nothingAsked = { hint: null, optional: null, type: 'text', autocomplete: null, says: 'yes', choices: [], groups: [] } as const;

function errorOf({ label, faults = {} }: Asked, fault: Fault | undefined, language: Language): string | null {
  if (fault === undefined) return null;
  if (typeof fault === 'object') return 'longAgo' in fault ? longAgoTexts[language].question(fault.longAgo) : tooLongTexts[language](fault);
  if (fault === 'personal-number') return personalNumberTexts[language].question;
  return faults[fault] ?? faults.missing ?? label;
}

/** One line of the summary of what is wrong, leading to its field. */
export interface Complaint {
  readonly href: string;
  readonly message: string;
}

/** What is wrong with a form, in the order of its fields; of radio buttons the first can be reached. */
export const complaintsOf = (fields: readonly Field[]): Complaint[] =>
  fields.flatMap(({ error, control, id, options }) =>
    error === null ? [] : [{ href: `#${control === 'field-radios' ? (options[0]?.id ?? id) : id}`, message: error }],
  );
