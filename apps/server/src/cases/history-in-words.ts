import type { Language } from '#cases';
import type { LocalDate } from '#promises';
import { longDate, moment } from '../pages/dates-in-words.js';
import { historyTexts } from './case-page.texts.js';
import { caseWords } from './case.texts.js';
import type { Entry } from './entry.js';
import type { Names } from './names-of-things.js';

export interface Told {
  readonly title: string;
  readonly instant: string;
  readonly when: string;
  readonly who: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
}

export interface Telling {
  readonly language: Language;
  readonly today: LocalDate;
  readonly names: Names;
  readonly nameOf: (personId: string) => string | undefined;
}

/** An event as people tell it: what, when, who, and what it said. */
export function inWords(entry: Entry, telling: Telling): Told {
  const { language } = telling;
  const labels = historyTexts[language].details;
  return {
    title: caseWords[language].event[entry.type],
    instant: entry.recordedAt,
    when: moment(entry.recordedAt, language),
    who: whoDid(entry, telling),
    details: Object.entries(entry.data).flatMap(([name, value]) => {
      const label = labels[name];
      // The submitter's own words stand at the top of the page, and who decided stands beside the time.
      if (label === undefined || (entry.type === 'CaseReceived' && name === 'text') || value === 'rules' || value === null) return [];
      if (name === 'receivedDate' && 'datedLater' in entry.data) return []; // provisional, until an entry of its own says the day
      return [{ label, value: detail(name, String(isCounted(entry, name) ? entry.data['what'] : value), telling) }];
    }),
  };
}

/** Which promise was counted again, nobody knows by its id. */
const isCounted = ({ type }: Entry, name: string): boolean => type === 'PromiseRecounted' && name === 'promise';

/** What the rules decided, or follows by itself, is no deed of whoever sent the submission. */
export function whoDid({ actor, type, data }: Entry, { language, nameOf }: Telling): string {
  const t = historyTexts[language];
  if (data['by'] === 'rules' || type === 'CaseSentToTriage') return t.by.rules;
  if (actor === 'system' || type === 'PromiseMade') return t.system;
  return actor === 'submitter' ? t.submitter : (nameOf(actor) ?? t.somebody);
}

function detail(name: string, value: string, { language, names, nameOf }: Telling): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value, language);
  const person = (id: string): string => nameOf(id) ?? historyTexts[language].somebody;
  const read: Readonly<Record<string, (code: string) => string>> = {
    from: names.board,
    to: names.board,
    board: names.board,
    body: names.externalBody,
    category: names.category,
    secretCategory: names.category,
    officer: person,
    officerLeft: person,
    ...codesInWords(language),
  };
  return read[name]?.(value) ?? value;
}

/** The codes of the domain that events carry, by the name of the field. */
function codesInWords(language: Language): Readonly<Record<string, (code: string) => string>> {
  const { outcome, channel, way, basis, rating } = caseWords[language];
  const { yes, no, promise, by } = historyTexts[language];
  const from = (words: Readonly<Record<string, string>>) => (code: string) => words[code] ?? code;
  return {
    outcome: from(outcome),
    channel: from(channel),
    secrecyBasis: from(basis),
    promise: from(promise),
    by: from({ ...way, ...by }),
    forwarded: (code) => (code === 'true' ? yes : no),
    satisfied: (code) => (code === 'true' ? yes : no),
    reason: from(rating),
  };
}
