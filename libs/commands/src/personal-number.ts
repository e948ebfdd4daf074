import type { PersonalNumberField } from '#cases';
import type { LocalDate } from '#promises';

/** What of a submission is looked through. */
export interface LookedThrough {
  readonly text: string;
  readonly place?: string;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
}

/** The fields of a submission in which a personal identity number stands. */
export function personalNumbersIn({ text, place, contact = {} }: LookedThrough, today: LocalDate): PersonalNumberField[] {
  const fields: readonly (readonly [PersonalNumberField, string | undefined])[] = [
    ['text', text],
    ['place', place],
    ['contact.name', contact.name],
    ['contact.email', contact.email],
    ['contact.phone', contact.phone],
  ];
  return fields.filter(([, said]) => said !== undefined && holdsPersonalNumber(said, today)).map(([field]) => field);
}

/**
 * Whether a personal identity number (personnummer) or coordination number (samordningsnummer) stands in a text: six or eight digits of a day
 * that has been, four more, and a check digit that is right. Ten digits in one piece that begin with a nought are read as a telephone number,
 * unless it says before them what they are.
 */
export function holdsPersonalNumber(text: string, today: LocalDate): boolean {
  const read = asRead(text);
  return [...read.matchAll(numbers)].some((found) => {
    const [whole, century, day, sign, last] = found;
    const isTelephone =
      whole.length === 10 && whole.startsWith('0') && !saysSo.test(read.slice(Math.max(0, found.index - 30), found.index));
    const isLikeOne = !isTelephone && (sign !== '+' || century === undefined);
    return isLikeOne && isChecked(`${day}${last}`) && wasDay(century, `${day}`, today);
  });
}

/**
 * A text as it is read out: a number is the same with signs inside that show nothing, in the wide signs of some keyboards, and with its day in groups,
 * as in `2012-12-12-1212`.
 */
const asRead = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\uff0b\uff0d-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(groupedDay, '$1$3$4');

/** A day alone may be in groups for other reasons: here a sign joins it to four digits more. */
const groupedDay = /(\d\d)([-/. ])(\d\d)\2(\d\d)(?=[^\S\n]?[-+‐-―−]\s?\d{4}(?!\d))/g;

/** Neither a part of a longer row of digits nor of one that is grouped by signs. */
const numbers = /(?<!\d[-+/.:]?)(18|19|20)?(\d{6})[^\S\n]?(?:([-+‐-―−])\s?|[^\S\n]?)(\d{4})(?![-+/.:]?\d)/gu;

const saysSo = /(?:person|samordnings|p)\s*(?:nummer|nr|number)|personal identity|date of birth|född|born/i;

/** The check digit of the ten, counted from the left with 2 1 2 1 … */
function isChecked(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** Of a coordination number 60 is added to the day. */
function wasDay(century: string | undefined, day: string, today: LocalDate): boolean {
  const year = day.slice(0, 2);
  const month = day.slice(2, 4);
  const number = Number(day.slice(4));
  const date = String(number > 60 ? number - 60 : number).padStart(2, '0');
  const centuries = century === undefined ? ['18', '19', '20'] : [century];
  return centuries.some((first) => {
    const on = `${first}${year}-${month}-${date}`;
    const time = Date.parse(`${on}T00:00:00Z`);
    return on <= today && !Number.isNaN(time) && new Date(time).toISOString().startsWith(on);
  });
}
