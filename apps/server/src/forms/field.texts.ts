import type { LocalDate } from '#promises';
import { longDate } from '../pages/dates-in-words.js';
import { inBothLanguages } from '../pages/in-both-languages.js';
import type { TooLong } from './check.js';

const swedish = new Intl.NumberFormat('sv-SE');
const english = new Intl.NumberFormat('en-GB');

/** What can be wrong with any text. */
export const tooLongTexts = inBothLanguages({
  sv: ({ length, max }: TooLong) =>
    `Texten är för lång: ${swedish.format(length)} tecken. Korta den till högst ${swedish.format(max)} tecken`,
  en: ({ length, max }: TooLong) =>
    `The text is too long: ${english.format(length)} characters. Shorten it to at most ${english.format(max)} characters`,
});

/** Of a personal identity number, which nobody needs to give. */
export const personalNumberTexts = inBothLanguages({
  sv: {
    question: 'Här står ett personnummer. Vi behöver det inte. Vill du ta bort det? Ta bort det, eller skicka igen om det ska stå kvar',
    keep: 'Låt personnumret stå kvar',
  },
  en: {
    question:
      'A personal identity number stands here. We do not need it. Do you want to take it away? Remove it, or send again if it is to stay',
    keep: 'Let the personal identity number stay',
  },
});

/** Of a day of receipt that lies long ago, because nobody notices a mistyped year when it has left a case without a promise. */
export const longAgoTexts = inBothLanguages({
  sv: {
    question: (day: LocalDate) =>
      `Kom den ${longDate(day, 'sv')}? Det är mer än 30 dagar sedan. Rätta dagen, eller skicka igen om den stämmer`,
    confirm: (day: LocalDate) => `Ja, ${longDate(day, 'sv')} stämmer`,
  },
  en: {
    question: (day) =>
      `Did it come on ${longDate(day, 'en')}? That is more than 30 days ago. Correct the day, or send again if it is right`,
    confirm: (day) => `Yes, ${longDate(day, 'en')} is right`,
  },
});
