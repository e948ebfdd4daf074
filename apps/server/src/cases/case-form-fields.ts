import { channels, isSecret, outcomes, ratingReasons, secrecyBases, staffChannels, ways, type Language, type ReceivedCase } from '#cases';
import { confirmationOf } from '../forms/asked-back.js';
import { fieldsOf, type Choice, type ChoiceGroup, type Field, type Filled } from '../forms/field.js';
import { fieldTexts } from './case-form.texts.js';
import type { CaseFormName } from './case-forms.js';
import { caseWords } from './case.texts.js';
import type { Names } from './names-of-things.js';

/** What the fields of a case's forms are drawn from. */
export interface Sheet {
  readonly language: Language;
  readonly state: ReceivedCase;
  readonly names: Names;
  /** Asked for by the form that shows them alone: everybody of the staff is looked at. */
  readonly officers: () => readonly Choice[];
  readonly categories: readonly ChoiceGroup[];
  /** What was promised and is not done, with its words. */
  readonly actions: readonly Choice[];
}

/** The fields of each form. A form without fields does not compile. */
export function caseFormFields(name: CaseFormName, sheet: Sheet, filled: Filled): Field[] {
  const { language, state, names } = sheet;
  const t = fieldTexts[language];
  const words = caseWords[language];
  const form = fieldsOf(name, language, filled);
  const faults = { missing: t.missing, wrong: t.wrong };
  const { optional } = t;
  const offer = <Code extends string>(codes: readonly Code[], said: Readonly<Record<Code, string>>): Choice[] => [
    { value: '', label: t.choose },
    ...codes.map((value) => ({ value, label: said[value] })),
  ];
  const choose = (choices: readonly Choice[]): Choice[] => [{ value: '', label: t.choose }, ...choices];
  const reason = form.area({ name: 'reason', label: t.reason, faults });
  const board = form.select({
    name: 'board',
    label: t.board,
    choices: choose(names.boards().filter(({ value }) => value !== state.known.board || state.status === 'in-triage')),
    faults,
  });
  const basis = isSecret(state.known)
    ? [form.select({ name: 'secrecyBasis', label: t.basis, hint: t.basisHint, choices: offer(secrecyBases, words.basis), faults })]
    : [];
  const by = form.select({ name: 'by', label: t.by, choices: offer(ways, words.way), faults });
  const hasMail = state.known.contact.email !== undefined;

  const answering = [form.area({ name: 'text', label: t.text, hint: hasMail ? t.textWithMail : t.textWithoutMail, faults }), by];

  const fields: Readonly<Record<CaseFormName, () => Field[]>> = {
    takeOver: () => [
      form.radios({
        name: 'accepted',
        label: t.accepted,
        choices: [
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ],
        faults,
      }),
      form.area({ name: 'reason', label: t.declineReason, optional, faults }),
    ],
    recall: () => [reason],
    route: () => [board, reason],
    transfer: () => [board, ...basis, reason],
    answer: () => answering,
    answerReview: () => answering,
    ask: () => [form.area({ name: 'questions', label: t.questions, faults }), form.date({ name: 'replyBy', label: t.replyBy, faults })],
    reply: () => [
      form.area({ name: 'text', label: t.replyText, faults }),
      form.select({ name: 'channel', label: t.channel, choices: offer(channels, words.channel), faults }),
    ],
    assign: () => [form.select({ name: 'officer', label: t.officer, choices: choose(sheet.officers()), faults })],
    delay: () => [form.area({ name: 'reason', label: t.delayReason, faults }), form.date({ name: 'due', label: t.newDue, faults })],
    acknowledge: () => [by, form.date({ name: 'on', label: t.on, faults })],
    classify: () => [form.select({ name: 'category', label: t.category, choices: choose([]), groups: sheet.categories, faults })],
    plan: () => [form.area({ name: 'description', label: t.description, faults }), form.date({ name: 'due', label: t.due, faults })],
    complete: () => [
      form.select({ name: 'completed', label: t.action, choices: choose(sheet.actions), faults }),
      form.area({ name: 'result', label: t.result, optional, faults }),
    ],
    rate: () => [
      form.radios({
        name: 'satisfied',
        label: t.satisfied,
        choices: [
          { value: 'yes', label: t.isSatisfied },
          { value: 'no', label: t.isNotSatisfied },
        ],
        faults,
      }),
      form.select({ name: 'reason', label: t.ratingReason, choices: offer(ratingReasons, words.rating), optional, faults }),
      form.select({ name: 'channel', label: t.saidBy, choices: offer(staffChannels, words.channel), faults }),
    ],
    note: () => [form.area({ name: 'text', label: t.note, hint: t.noteHint, faults })],
    refer: () => [
      form.select({ name: 'body', label: t.body, choices: choose(names.externalBodies()), faults }),
      form.check({ name: 'forwarded', label: t.forwarded }),
      ...basis,
    ],
    close: () => [
      form.select({
        name: 'outcome',
        label: t.outcome,
        choices: offer(
          outcomes.filter((one) => one !== 'referred'),
          words.outcome,
        ),
        faults,
      }),
      form.area({ name: 'reason', label: t.closeReason, optional, faults }),
    ],
    reopen: () => [reason],
    requestReview: () => [reason],
    markSecrecy: () => [form.text({ name: 'provision', label: t.provision, hint: t.provisionHint, faults })],
    liftSecrecy: () => [reason],
    ruleOutSecrecy: () => [reason],
    correctDate: () => [form.date({ name: 'to', label: t.rightDate, faults }), ...confirmationOf('to', name, { language, filled }), reason],
    newCode: () => [],
  };
  return fields[name]();
}
