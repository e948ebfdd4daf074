import { inBothLanguages } from '../pages/in-both-languages.js';

export const signInTexts = inBothLanguages({
  sv: {
    title: 'Inloggningen blev inte av',
    refused: 'Det kan bero på att den tog för lång tid, avbröts eller började i en annan webbläsare. Försök igen.',
    unavailable: 'Inloggningstjänsten svarar inte just nu. Försök igen om en stund.',
    again: 'Logga in',
  },
  en: {
    title: 'The sign-in did not come about',
    refused: 'It may have taken too long, been broken off, or begun in another browser. Try again.',
    unavailable: 'The login service does not answer right now. Try again in a while.',
    again: 'Sign in',
  },
});
