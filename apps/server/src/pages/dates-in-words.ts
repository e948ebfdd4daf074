import type { Language } from '#cases';
import { swedishTime, type LocalDate } from '#promises';
import { inBothLanguages } from './in-both-languages.js';

/** `torsdag 10 december 2026`, `Thursday 10 December 2026`. From parts, because versions of ICU differ in their commas. */
export const longDate = (day: LocalDate, language: Language): string => fromParts(day, longDates[language]);

/** `10 dec. 2026`, for tables. */
export const shortDate = (day: LocalDate, language: Language): string => fromParts(day, shortDates[language]);

/** `26 nov. 2026 09:41`, in the time of the authority. The instant as ISO 8601. */
export const moment = (instant: string, language: Language): string =>
  moments[language].format(new Date(instant)).replace(/,| (?:kl\.|at)/g, '');

/** How far a date is from today, in a word that does not depend on colour. */
export function distance(due: LocalDate, today: LocalDate, language: Language): { readonly word: string; readonly late: boolean } {
  const days = (Date.parse(due) - Date.parse(today)) / day;
  const said = words[language];
  if (days < 0) return { word: said.late(-days), late: true };
  return { word: days === 0 ? said.today : said.left(days), late: false };
}

/** Of two dates in UTC there are whole days between them; no clock is put forward in UTC. */
const day = 86_400_000;

const words = inBothLanguages({
  sv: {
    late: (days: number) => `försenat ${days} ${days === 1 ? 'dag' : 'dagar'}`,
    today: 'i dag',
    left: (days: number) => `${days} ${days === 1 ? 'dag' : 'dagar'} kvar`,
  },
  en: {
    late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
    today: 'today',
    left: (days) => `${days} ${days === 1 ? 'day' : 'days'} left`,
  },
});

type Parts = Readonly<Record<Language, Intl.DateTimeFormat>>;

const inBoth = (options: Intl.DateTimeFormatOptions): Parts => ({
  sv: new Intl.DateTimeFormat('sv-SE', options),
  en: new Intl.DateTimeFormat('en-GB', options),
});

const longDates = inBoth({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDates = inBoth({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const moments = inBoth({ dateStyle: 'medium', timeStyle: 'short', timeZone: swedishTime });

function fromParts(day: LocalDate, format: Intl.DateTimeFormat): string {
  const parts = new Map(format.formatToParts(new Date(`${day}T12:00:00Z`)).map(({ type, value }) => [type, value]));
  return (['weekday', 'day', 'month', 'year'] as const).flatMap((part) => parts.get(part) ?? []).join(' ');
}
