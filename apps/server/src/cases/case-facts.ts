import { longDate } from '../pages/dates-in-words.js';
import { casePageTexts } from './case-page.texts.js';
import type { CaseReading } from './case-reading.js';
import { caseWords } from './case.texts.js';
import { officerInWords } from './officer-in-words.js';
import type { Telling } from './history-in-words.js';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

type Summary = ReturnType<CaseReading['summary']>;

/** What is known of a case, line by line; contact details only where they were given. */
export function caseFacts(
  { contact }: { readonly contact: Readonly<Record<string, unknown>> },
  {
    board,
    offeredTo,
    category,
    receivedDate,
    promisedDate,
    withoutDate,
    diaryNumbers,
    officer,
    officerLeft,
    channel,
    language: spoken,
    outcome,
    secrecyMark,
  }: Summary,
  { language, names, nameOf }: Telling,
): Fact[] {
  const t = casePageTexts[language];
  const words = caseWords[language];
  const given = (label: string, value: string | null | undefined): Fact[] => (value ? [{ label, value }] : []);
  return [
    { label: t.board, value: names.board(board) },
    ...given(t.offeredTo, offeredTo && names.board(offeredTo)),
    { label: t.category, value: category === null ? t.noCategory : names.category(category) },
    { label: t.received, value: receivedDate === null ? t.undated : longDate(receivedDate, language) },
    ...given(t.promised, promisedDate ? longDate(promisedDate, language) : withoutDate && t.withoutDate[withoutDate]),
    { label: t.diaryNumbers, value: diaryNumbers.join(', ') || t.none },
    { label: t.officer, value: officer === null ? t.nobody : officerInWords(nameOf(officer) ?? officer, { left: officerLeft, language }) },
    { label: t.channel, value: words.channel[channel] },
    { label: t.language, value: t.languages[spoken] },
    ...given(t.outcome, outcome && words.outcome[outcome]),
    ...given(t.mark, secrecyMark),
    ...given(t.name, text(contact['name'])),
    ...given(t.email, text(contact['email'])),
    ...given(t.phone, text(contact['phone'])),
  ];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
