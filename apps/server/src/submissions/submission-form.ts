import { Refusal, type Kind, type Language } from '#cases';
import { UnknownCategory } from '#commands';
import { mailAddress } from '#mailer';
import { boardsOn, categoriesOn, type Organisation } from '#organisation';
import { fieldsOf, type ChoiceGroup, type Field, type Filled } from '../forms/field.js';
import { keptNumber, numberSaid } from '../forms/kept-number.js';
import { RequestProblem } from '../problems/problem.js';
import { kindTexts, submissionTexts } from './submission.texts.js';

export interface SubmissionFields {
  readonly about: readonly Field[];
  readonly contact: readonly Field[];
}

/** Three of four are complaints. */
const commonFirst: readonly Kind[] = ['klagomal', 'forslag', 'berom', 'fraga'];

interface Offered {
  readonly language: Language;
  readonly organisation: Organisation;
  /** The day whose boards and categories are offered. */
  readonly today: string;
}

interface Asked extends Offered {
  /** The authority's own addresses, to which no mail goes. */
  readonly ownAddresses: readonly string[];
}

/** What a submitter is asked, with what was filled in before. */
export function submissionFields({ language, organisation, today, ownAddresses }: Asked, filled: Filled): SubmissionFields {
  const t = submissionTexts[language];
  const kind = kindTexts[language];
  const form = fieldsOf('synpunkt', language, filled);
  const { optional } = t;
  const address = mailAddress(filled.fields['email'] ?? '', ownAddresses);
  const emailWrong = t.emailWrong['fault' in address ? address.fault : 'not-an-address'];
  return {
    about: [
      form.radios({
        name: 'kind',
        label: t.kind,
        choices: commonFirst.map((value) => ({ value, label: kind[value].name, hint: kind[value].about })),
        faults: { missing: t.kindMissing },
      }),
      form.area({ name: 'text', label: t.text, hint: t.textHint, faults: { missing: t.textMissing, wrong: t.textWrong } }),
      form.select({
        name: 'category',
        label: t.category,
        hint: t.categoryHint,
        optional,
        choices: [{ value: '', label: t.categoryUnknown }],
        groups: categoryGroups({ language, organisation, today }),
        faults: { wrong: t.categoryWrong },
      }),
      form.text({ name: 'place', label: t.place, hint: t.placeHint, optional, faults: { wrong: t.placeWrong } }),
    ],
    contact: [
      form.text({ name: 'name', label: t.name, optional, autocomplete: 'name', faults: { wrong: t.nameWrong } }),
      form.text({ name: 'email', label: t.email, optional, type: 'email', autocomplete: 'email', faults: { wrong: emailWrong } }),
      form.text({ name: 'phone', label: t.phone, optional, type: 'tel', autocomplete: 'tel', faults: { wrong: t.phoneWrong } }),
      ...keptNumber('synpunkt', language, filled),
    ],
  };
}

/** The categories of a day under the names of their boards. */
export function categoryGroups({ language, organisation, today }: Offered): ChoiceGroup[] {
  const name = (thing: { nameSv: string; nameEn: string }): string => (language === 'sv' ? thing.nameSv : thing.nameEn);
  const categories = categoriesOn(organisation, today);
  return boardsOn(organisation, today)
    .map((board) => ({
      label: name(board),
      choices: categories
        .filter(({ boardCode }) => boardCode === board.code)
        .map((category) => ({ value: category.code, label: name(category) })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** What the form says, as the API would be told it. */
export function submissionSaid({ name, email, phone, ...said }: Readonly<Record<string, string>>): object {
  return { ...numberSaid(said), contact: { name, email, phone } };
}

/** What is wrong with a field that only taking it in could show; undefined where it is something else that went wrong. */
export function faultsOf(error: unknown): Filled['faults'] | undefined {
  if (error instanceof UnknownCategory) return { category: 'wrong' };
  if (error instanceof Refusal && error.field !== undefined) return { [error.field]: 'wrong' };
  if (!(error instanceof RequestProblem) || !error.errors) return undefined;
  return byFieldName(
    Object.fromEntries(error.errors.map(({ field, code }) => [field, code === 'personal-number' ? code : 'wrong'] as const)),
  );
}

/** The faults of a request under the names of the form's fields: contact details stand in the form one by one. */
export const byFieldName = (faults: Filled['faults']): Filled['faults'] =>
  Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path.replace(/^contact\./, ''), fault]));
