import type { Language } from '#cases';

/** A day as people write it: `måndag 7 december 2026`, `Monday 7 December 2026`. */
export function writtenDate(day: string, language: Language): string {
  const key = `${language} ${day}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= remembered) written.clear();
  const words = write(day, language);
  written.set(key, words);
  return words;
}

/** Most mails of a day name the same few days, and ICU takes its time. */
const remembered = 1_000;
const written = new Map<string, string>();

/** From parts, because versions of ICU differ in their commas. */
function write(day: string, language: Language): string {
  const instant = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(instant.getTime())) throw new Error('not a day as YYYY-MM-DD');
  const parts = new Map(formats[language].formatToParts(instant).map(({ type, value }) => [type, value]));
  return (['weekday', 'day', 'month', 'year'] as const).map((part) => parts.get(part)).join(' ');
}

const format = (locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = { sv: format('sv-SE'), en: format('en-GB') };
