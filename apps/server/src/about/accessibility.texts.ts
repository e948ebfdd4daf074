import { inBothLanguages } from '../pages/in-both-languages.js';

/** What lag (2018:1937) 13 § and Digg ask of the statement, filled in with what is known. */
export const accessibilityTexts = inBothLanguages({
  sv: {
    title: 'Tillgänglighetsredogörelse',
    lead: 'står bakom den här tjänsten, Synpunkter. Vi vill att så många som möjligt ska kunna använda den. Här berättar vi hur tjänsten uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du säger till.',
    statusTitle: 'Hur tillgänglig är tjänsten?',
    status: 'Tjänsten är delvis förenlig med lagen (EN 301 549 V3.2.1, WCAG 2.1 nivå AA). Ingen oberoende granskning har gjorts än.',
    knownTitle: 'Det här vet vi inte eller har brister i',
    known: [
      'Tjänsten har inte prövats med skärmläsare av någon som använder en till vardags.',
      'Namn på nämnder, ämnen och orter visas på svenska också på engelska sidor, där ingen översättning finns.',
      'Det du och vi skriver visas som det skrevs. Det är inte märkt med språk, så en uppläsande skärmläsare kan uttala det fel.',
      'Inloggningen för personal sker hos organisationens egen inloggningstjänst och ingår inte i redogörelsen.',
    ],
    exceptTitle: 'Undantag',
    except: 'Vi har inte undantagit något som oskäligt betungande att anpassa (12 §). Inget innehåll ligger utanför lagen (9 §).',
    methodTitle: 'Hur vi har prövat tjänsten',
    method:
      'Självskattning under utvecklingen: sidorna fungerar utan JavaScript, och märkningen av fält, rubriker och fel har granskats i koden. Tangentbord, 400 procents förstoring, kontrast och utskrift har inte prövats systematiskt än.',
    assessed: 'Bedömningen gjordes den 26 november 2026. Redogörelsen uppdaterades senast den 26 november 2026.',
    reportTitle: 'Säg till om något inte fungerar',
    report:
      'Berätta om du hittar en brist, eller behöver innehållet på ett annat sätt. Det är en synpunkt som andra och får ett svarsdatum.',
    reportLink: 'Lämna en synpunkt om tillgänglighet',
    orCall: 'Du kan också ringa',
    superviseTitle: 'Tillsyn',
    supervise: 'Myndigheten för digital förvaltning, Digg, har tillsyn. Är du inte nöjd med hur vi hanterar det du påpekat kan du',
    superviseLink: 'anmäla till Digg',
  },
  en: {
    title: 'Accessibility statement',
    lead: 'is behind this service, Synpunkter. We want as many as possible to be able to use it. Here we tell how the service meets the Swedish act on accessibility of digital public services, which faults we know of, and how to tell us.',
    statusTitle: 'How accessible is the service?',
    status: 'The service partly conforms with the act (EN 301 549 V3.2.1, WCAG 2.1 level AA). It has not been reviewed independently yet.',
    knownTitle: 'What we do not know, or know to be at fault',
    known: [
      'The service has not been tried with a screen reader by anybody who uses one daily.',
      'Names of boards, subjects and places are shown in Swedish on English pages too, where there is no translation.',
      'What you and we write is shown as it was written. Its language is not marked, so a screen reader may pronounce it wrongly.',
      'The staff sign in at the organisation’s own login service, which this statement does not cover.',
    ],
    exceptTitle: 'Exceptions',
    except: 'We have excepted nothing as a disproportionate burden (section 12). No content is outside the act (section 9).',
    methodTitle: 'How we tested the service',
    method:
      'Self-assessment during development: the pages work without JavaScript, and the markup of fields, headings and errors has been reviewed in the code. Keyboard, magnification of 400 per cent, contrast and print have not been tested systematically yet.',
    assessed: 'The assessment was made on 26 November 2026. The statement was last updated on 26 November 2026.',
    reportTitle: 'Tell us if something does not work',
    report: 'Tell us if you find a fault, or need the content in another way. It is feedback like any other and gets a date for an answer.',
    reportLink: 'Leave feedback on accessibility',
    orCall: 'You can also call',
    superviseTitle: 'Supervision',
    supervise:
      'The Agency for Digital Government, Digg, supervises. If you are not content with how we deal with what you pointed out, you can',
    superviseLink: 'report it to Digg',
  },
});
