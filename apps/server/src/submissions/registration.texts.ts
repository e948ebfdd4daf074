import { inBothLanguages } from '../pages/in-both-languages.js';

export const registrationTexts = inBothLanguages({
  sv: {
    title: 'Registrera en synpunkt',
    lead: 'För den som ringt, skrivit eller kommit hit. Läs upp det du skrivit och fråga om det stämmer innan du sparar.',
    mend: 'Rätta det här innan du sparar',
    choose: 'Välj',
    channel: 'Hur kom den?',
    channelFault: 'Välj hur den kom',
    arrivedOn: 'Vilken dag kom den?',
    arrivedHint:
      'Lämna tomt om det är i dag. För brev: dagen då brevet fanns hos oss. Ankomstdagen är då arbetsdagen före (förvaltningslagen 22 §).',
    arrivedFault: 'Skriv en dag som finns, från 2018 och fram till i dag',
    text: 'Vad säger personen?',
    language: 'Vilket språk vill personen ha svar på?',
    languages: { sv: 'Svenska', en: 'Engelska' },
    contact: 'Fråga om personen vill ha svar, och hur. Den som vill vara anonym får bara koden.',
    send: 'Spara och få koden',
  },
  en: {
    title: 'Register a submission',
    lead: 'For somebody who called, wrote or came here. Read out what you wrote and ask whether it is right before you save.',
    mend: 'Mend this before you save',
    choose: 'Choose',
    channel: 'How did it come?',
    channelFault: 'Choose how it came',
    arrivedOn: 'On which day did it come?',
    arrivedHint:
      'Leave empty if it is today. For letters: the day the letter was found. The day of receipt is then the working day before (Administrative Procedure Act, section 22).',
    arrivedFault: 'Write a day that exists, from 2018 until today',
    text: 'What does the person say?',
    language: 'In which language does the person want the answer?',
    languages: { sv: 'Swedish', en: 'English' },
    contact: 'Ask whether the person wants an answer, and how. Whoever wants to be anonymous gets the code only.',
    send: 'Save and get the code',
  },
});
