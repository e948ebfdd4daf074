import type { NoMove, PromiseKind, Term, Verdict } from '#promises';
import { inBothLanguages } from '../pages/in-both-languages.js';

type Words<Code extends string> = Readonly<Record<Code, string>>;

interface PromiseWords {
  readonly what: Words<PromiseKind>;
  readonly state: Words<Verdict['state']>;
  /** A number of days, weeks or months. */
  readonly term: Readonly<Record<Term['unit'], (count: number) => string>>;
  readonly counted: (said: Counted) => string;
  readonly atOnce: (from: string) => string;
  readonly rolled: string;
  readonly asTold: (computed: string, due: string) => string;
  readonly hadPassed: (computed: string, due: string) => string;
  readonly set: (due: string) => string;
  readonly extended: (before: string, due: string) => string;
  readonly corrected: (cause: string, before: string, due: string) => string;
  readonly notMoved: {
    readonly extension: (due: string, why: string) => string;
    readonly correction: (cause: string, why: string) => string;
  };
  readonly cause: Words<'policy' | 'calendar' | 'receipt-date'>;
  readonly why: Words<NoMove>;
  /** Why a day is not counted, where that is no holiday by name. */
  readonly day: Readonly<Record<string, string>>;
}

interface Counted {
  readonly term: string;
  readonly from: string;
  readonly due: string;
  readonly policy: string;
  readonly version: number;
}

export const promiseWords = inBothLanguages<PromiseWords>({
  sv: {
    what: {
      acknowledgement: 'Bekräftelse',
      answer: 'Svar',
      'review-acknowledgement': 'Bekräftelse av omprövning',
      review: 'Omprövning',
      'delay-notice': 'Underrättelse om försening',
      action: 'Åtgärd',
      'clarification-reply': 'Svar från avsändaren',
    },
    state: { open: 'löftet gäller', kept: 'löftet hölls', missed: 'löftet hölls inte', released: 'löftet gäller inte längre' },
    term: {
      workingDays: (count) => `${count} ${count === 1 ? 'arbetsdag' : 'arbetsdagar'}`,
      calendarDays: (count) => `${count} ${count === 1 ? 'dag' : 'dagar'}`,
      weeks: (count) => `${count} ${count === 1 ? 'vecka' : 'veckor'}`,
      months: (count) => `${count} ${count === 1 ? 'månad' : 'månader'}`,
    },
    counted: ({ term, from, due, policy, version }) =>
      `Senast ${due}: ${term} efter ${from}, som inte räknas. Så säger policyn ${policy}, version ${version}.`,
    atOnce: (from) => `Genast, samma dag: ${from}.`,
    rolled: 'Sista dagen var inte en arbetsdag, så datumet flyttades till nästa.',
    asTold: (computed, due) => `Räknat i dag blir det ${computed}, men ${due} är vad som lovades, och det gäller.`,
    hadPassed: (computed, due) => `${computed} hade redan gått när ärendet registrerades, så löftet gäller till ${due}.`,
    set: (due) => `Datumet ${due} sattes av den som handlägger ärendet.`,
    extended: (before, due) => `En underrättelse om försening flyttade datumet från ${before} till ${due}.`,
    corrected: (cause, before, due) => `${cause} rättades, och datumet flyttades från ${before} till ${due}.`,
    notMoved: {
      extension: (due, why) => `En underrättelse om försening till ${due} flyttade inte datumet: ${why}.`,
      correction: (cause, why) => `${cause} rättades. Datumet står kvar: ${why}.`,
    },
    cause: { policy: 'Policyn', calendar: 'Kalendern', 'receipt-date': 'Dagen då synpunkten kom in' },
    why: {
      'no-reason': 'den gav inget skäl',
      'not-later': 'det nya datumet var inte senare',
      'too-many': 'policyn tillåter inte fler',
      'too-long': 'policyn tillåter inte så lång tid',
      'not-delivered': 'den har inte kommit fram',
      'delivered-too-late': 'den kom fram när datumet redan hade passerat',
      'not-in-the-citizens-favour': 'ett löfte flyttas bara till avsändarens fördel',
      'extended-already': 'en underrättelse om försening hade redan satt ett nytt datum',
    },
    day: {
      receipt: 'dagen det räknas från',
      weekend: 'helg',
      rolled: 'nästa arbetsdag',
      extended: 'efter underrättelse om försening',
      'not-before-it-is-told': 'ett datum lovas inte bakåt i tiden',
    },
  },
  en: {
    what: {
      acknowledgement: 'Acknowledgement',
      answer: 'Answer',
      'review-acknowledgement': 'Acknowledgement of a review',
      review: 'Review',
      'delay-notice': 'Notice of delay',
      action: 'Action',
      'clarification-reply': 'Reply from the submitter',
    },
    state: { open: 'the promise stands', kept: 'promise kept', missed: 'promise not kept', released: 'the promise no longer holds' },
    term: {
      workingDays: (count) => `${count} working ${count === 1 ? 'day' : 'days'}`,
      calendarDays: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
      weeks: (count) => `${count} ${count === 1 ? 'week' : 'weeks'}`,
      months: (count) => `${count} ${count === 1 ? 'month' : 'months'}`,
    },
    counted: ({ term, from, due, policy, version }) =>
      `By ${due}: ${term} after ${from}, which itself is not counted. So says the policy ${policy}, version ${version}.`,
    atOnce: (from) => `At once, on the same day: ${from}.`,
    rolled: 'The last day was not a working day, so the date moved to the next one.',
    asTold: (computed, due) => `Counted today it would be ${computed}, but ${due} is what was promised, and it holds.`,
    hadPassed: (computed, due) => `${computed} had passed already when the case was registered, so the promise is for ${due}.`,
    set: (due) => `The date ${due} was set by whoever handles the case.`,
    extended: (before, due) => `A notice of delay moved the date from ${before} to ${due}.`,
    corrected: (cause, before, due) => `${cause} was put right, and the date moved from ${before} to ${due}.`,
    notMoved: {
      extension: (due, why) => `A notice of delay until ${due} did not move the date: ${why}.`,
      correction: (cause, why) => `${cause} was put right. The date stands: ${why}.`,
    },
    cause: { policy: 'The policy', calendar: 'The calendar', 'receipt-date': 'The day of receipt' },
    why: {
      'no-reason': 'it gave no reason',
      'not-later': 'the new date was not later',
      'too-many': 'the policy allows no more',
      'too-long': 'the policy does not allow so long',
      'not-delivered': 'it has not arrived',
      'delivered-too-late': 'it arrived after the date had passed',
      'not-in-the-citizens-favour': 'a promise moves only in the submitter’s favour',
      'extended-already': 'a notice of delay had already set a new date',
    },
    day: {
      receipt: 'the day it is counted from',
      weekend: 'weekend',
      rolled: 'the next working day',
      extended: 'after a notice of delay',
      'not-before-it-is-told': 'no date is promised backwards in time',
    },
  },
});
