import { inBothLanguages } from '../pages/in-both-languages.js';

interface Words {
  readonly title: string;
  readonly advice: string;
}

/** What to tell a person, by the code of the problem or else by its status. A hidden case and a missing one read the same. */
const words = inBothLanguages<Readonly<Record<string, Words>>>({
  sv: {
    '400': { title: 'Det gick inte att förstå', advice: 'Något i adressen eller formuläret stämmer inte. Gå tillbaka och försök igen.' },
    '403': {
      title: 'Du har inte behörighet',
      advice: 'Du är inloggad, men får inte göra det här. Kontakta din chef om du behöver kunna det.',
    },
    '404': { title: 'Sidan finns inte', advice: 'Adressen kan vara felskriven, eller så finns det inget här som du kan se.' },
    '413': {
      title: 'Det var för mycket',
      advice:
        'Det du skrev är för långt och har inte nått oss. Gå tillbaka i webbläsaren, spara texten och korta den till högst 20 000 tecken.',
    },
    '429': { title: 'Vänta en stund', advice: 'Det kom många försök på kort tid. Vänta en minut och försök igen.' },
    '503': {
      title: 'Det går inte just nu',
      advice: 'Vi kan inte visa eller spara något för tillfället. Gå tillbaka om en stund och försök igen; det du skrivit finns kvar där.',
    },
    '500': { title: 'Något gick fel hos oss', advice: 'Felet är antecknat. Gå tillbaka och försök igen. Hjälper det inte, ring oss.' },
    'foreign-form': {
      title: 'Formuläret kom inte från vår sida',
      advice: 'Inget har sparats. Gå till vår sida och fyll i formuläret där.',
    },
    'too-many-submissions': {
      title: 'Vänta en stund',
      advice:
        'Det har kommit ovanligt många synpunkter från samma uppkoppling, kanske från andra än dig. Inget har sparats, men det du skrev står här nedan. Försök igen om en stund, från en annan uppkoppling, eller ring oss.',
    },
    'form-not-recognised': {
      title: 'Skicka en gång till',
      advice:
        'Vi kände inte igen formuläret. Du kan ha loggat in eller ut sedan sidan visades. Inget har sparats, och det du skrev står här nedan.',
    },
    unauthenticated: {
      title: 'Du är inte längre inloggad',
      advice: 'Inget har sparats, men det du skrev står här nedan. Logga in i en ny flik, kom tillbaka hit och skicka en gång till.',
    },
  },
  en: {
    '400': { title: 'That could not be understood', advice: 'Something in the address or the form is not right. Go back and try again.' },
    '403': { title: 'You are not allowed to', advice: 'You are signed in, but may not do this. Ask your manager if you need to.' },
    '404': { title: 'There is no such page', advice: 'The address may be mistyped, or there is nothing here that you can see.' },
    '413': {
      title: 'That was too much',
      advice:
        'What you wrote is too long and has not reached us. Go back in the browser, save the text and shorten it to at most 20,000 characters.',
    },
    '429': { title: 'Wait a while', advice: 'There were many attempts in a short time. Wait a minute and try again.' },
    '503': {
      title: 'Not possible right now',
      advice: 'We can neither show nor save anything for the moment. Go back in a while and try again; what you wrote is still there.',
    },
    '500': {
      title: 'Something went wrong with us',
      advice: 'The fault has been noted. Go back and try again. If that does not help, call us.',
    },
    'foreign-form': {
      title: 'The form did not come from our page',
      advice: 'Nothing was saved. Go to our page and fill in the form there.',
    },
    'too-many-submissions': {
      title: 'Wait a while',
      advice:
        'Unusually much feedback has come from the same connection, perhaps from others than you. Nothing was saved, but what you wrote is below. Try again in a while, from another connection, or call us.',
    },
    'form-not-recognised': {
      title: 'Send once more',
      advice:
        'We did not recognise the form. You may have signed in or out since the page was shown. Nothing was saved, and what you wrote is below.',
    },
    unauthenticated: {
      title: 'You are no longer signed in',
      advice: 'Nothing was saved, but what you wrote is below. Sign in in a new tab, come back here and send once more.',
    },
  },
});

export function problemWords(language: 'sv' | 'en', { code, status }: { code: string; status: number }): Words {
  const said = words[language];
  const general: Words = { title: '', advice: '' };
  return said[code] ?? said[String(status)] ?? said[status < 500 ? '400' : '500'] ?? general;
}

export const problemTexts = inBothLanguages({
  sv: {
    start: 'Till startsidan',
    reference: 'Om du hör av dig om felet, uppge',
    written: 'Det du skrev',
    cut: 'Det var längre än vad formuläret kan ta emot. Här står början, 40 000 tecken: spara resten från sidan som du kom från innan du går vidare.',
    signIn: 'Logga in i en ny flik',
    newRight: 'Har du nyss fått behörighet?',
    signInAgain: 'Logga in igen',
    send: 'Skicka en gång till',
  },
  en: {
    start: 'To the start page',
    reference: 'If you contact us about this, give',
    written: 'What you wrote',
    cut: 'It was longer than the form can take. Here is its beginning, 40,000 characters: save the rest from the page you came from before you go on.',
    signIn: 'Sign in in a new tab',
    newRight: 'Were you just given the right to?',
    signInAgain: 'Sign in again',
    send: 'Send once more',
  },
});

/** What people write themselves, in the words of the forms. Everything else that a form holds was chosen, and goes with it unseen. */
export const writtenWords = inBothLanguages<Readonly<Record<string, string>>>({
  sv: {
    text: 'Text',
    reason: 'Skäl',
    questions: 'Frågor',
    description: 'Beskrivning',
    result: 'Resultat',
    provision: 'Bestämmelse',
    place: 'Plats',
    name: 'Namn',
    email: 'E-post',
    phone: 'Telefon',
    code: 'Din kod',
  },
  en: {
    text: 'Text',
    reason: 'Reason',
    questions: 'Questions',
    description: 'Description',
    result: 'Result',
    provision: 'Provision',
    place: 'Place',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    code: 'Your code',
  },
});
