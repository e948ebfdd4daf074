import { inBothLanguages } from '../pages/in-both-languages.js';

/** What dataskyddsförordningen art. 13 asks to be told where the data are given. */
export const personalDataTexts = inBothLanguages({
  sv: {
    title: 'Så behandlar vi personuppgifter',
    lead: 'Du behöver inte lämna några personuppgifter alls. Lämnar du dem använder vi dem för att ta hand om din synpunkt och svara dig, och för inget annat.',
    parts: [
      {
        title: 'Vem ansvarar?',
        text: 'Den nämnd som har ditt ärende är personuppgiftsansvarig. Vilken nämnd det är ser du när du följer ärendet. Du når nämndens dataskyddsombud genom vår växel.',
      },
      {
        title: 'Vilka uppgifter?',
        text: 'Det du skriver i formuläret: din text, och om du vill namn, e-postadress och telefonnummer. Vi sparar inte din IP-adress och frågar inte efter personnummer.',
      },
      {
        title: 'Med vilket stöd?',
        text: 'Uppgift av allmänt intresse och myndighetsutövning samt rättslig förpliktelse att registrera det som kommer in (artikel 6.1 e och c). Känsliga uppgifter som du själv lämnar behandlas för att ärendet kräver det (artikel 9.2 g).',
      },
      {
        title: 'Vem får se dem?',
        text: 'De som fördelar synpunkter läser din tills den har fått en nämnd. Sedan läser de som arbetar hos nämnden, och hos en nämnd som den ska flyttas till. Kundtjänst, de som följer upp kvaliteten och revisorerna kan också läsa den, men inte om något i den är eller kan vara hemligt. Andra nämnder ser bara att ärendet finns: nummer, ankomstdag, nämnd, typ och status. Det du skriver blir normalt en allmän handling, som andra kan begära att få läsa. Då prövar vi först om något är hemligt.',
      },
      {
        title: 'Hur länge?',
        text: 'Tills nämnden enligt sitt gallringsbeslut får ta bort dem; utan ett sådant beslut bevaras handlingarna. Text och kontaktuppgifter lagras krypterade.',
      },
      {
        title: 'Vad går i e-post?',
        text: 'E-post från oss innehåller ärendenummer, datum och en länk, aldrig det du skrivit.',
      },
      {
        title: 'Kakor',
        text: 'Vi använder bara de kakor som behövs för att formulär och inloggning ska fungera. De försvinner när du stänger webbläsaren eller kort därefter. Ingen utanför tjänsten får veta att du är här.',
      },
      {
        title: 'Dina rättigheter',
        text: 'Du kan få veta vad vi har om dig, få fel rättade och invända mot behandlingen. Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten, IMY.',
      },
    ],
    contact: 'Frågor? Ring',
  },
  en: {
    title: 'How we process personal data',
    lead: 'You need not give any personal data at all. If you do, we use them to take care of your feedback and answer you, and for nothing else.',
    parts: [
      {
        title: 'Who is responsible?',
        text: 'The board that has your case is the controller. Which board it is you see when you follow the case. You reach its data protection officer through our switchboard.',
      },
      {
        title: 'Which data?',
        text: 'What you write in the form: your text and, if you want, name, e-mail address and phone number. We do not keep your IP address and do not ask for a personal identity number.',
      },
      {
        title: 'On which ground?',
        text: 'A task in the public interest and the exercise of official authority, and the legal obligation to register what comes in (article 6.1 e and c). Sensitive data that you give yourself are processed because the case requires it (article 9.2 g).',
      },
      {
        title: 'Who may see them?',
        text: 'Those who assign feedback read yours until it has got a board. Then those who work at the board read it, and at a board that it is to be moved to. Customer service, those who follow up quality and the auditors can read it too, but not if anything in it is or may be secret. Other boards see only that the case exists: number, day of receipt, board, kind and status. What you write normally becomes a public document, which others may ask to read. We then first examine whether anything is secret.',
      },
      {
        title: 'For how long?',
        text: 'Until the board may remove them by its decision on disposal; without such a decision the documents are kept. Text and contact details are stored encrypted.',
      },
      {
        title: 'What goes by e-mail?',
        text: 'E-mail from us holds case number, dates and a link, never what you wrote.',
      },
      {
        title: 'Cookies',
        text: 'We use only the cookies that forms and sign-in need. They are gone when you close the browser or shortly after. Nobody outside the service is told that you are here.',
      },
      {
        title: 'Your rights',
        text: 'You can be told what we have about you, have errors corrected and object to the processing. If you are not content you can complain to the Swedish Authority for Privacy Protection, IMY.',
      },
    ],
    contact: 'Questions? Call',
  },
});
