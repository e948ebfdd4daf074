import type { Language } from '#cases';
import type { DigestGroup, DigestLine, Promised } from './digest.js';
import { writtenDate } from './written-date.js';

export interface DigestTexts {
  /** So many of a group, for the subject. */
  readonly count: Readonly<Record<DigestGroup, (count: number) => string>>;
  readonly subject: (counts: string) => string;
  readonly intro: (day: string) => string;
  /** What a group is, and what to do about it. */
  readonly group: Readonly<Record<DigestGroup, { readonly title: string; readonly advice: string }>>;
  /** @param late whether the due date has passed */
  readonly line: (line: DigestLine, group: DigestGroup, late: boolean) => string;
  readonly more: (count: number) => string;
}

const what: Readonly<Record<Language, Readonly<Record<Promised, string>>>> = {
  sv: {
    acknowledgement: 'Bekräftelse',
    answer: 'Svar',
    'review-acknowledgement': 'Bekräftelse av omprövning',
    review: 'Omprövning',
    'delay-notice': 'Underrättelse om försening',
    action: 'Åtgärd',
    'clarification-reply': 'Svar på fråga',
  },
  en: {
    acknowledgement: 'Acknowledgement',
    answer: 'Answer',
    'review-acknowledgement': 'Acknowledgement of a review',
    review: 'Review',
    'delay-notice': 'Notice of delay',
    action: 'Action',
    'clarification-reply': 'Reply to a question',
  },
};

export const digestTexts: Readonly<Record<Language, DigestTexts>> = {
  sv: {
    count: {
      offered: (count) => `${count} att ta emot`,
      sent: (count) => `${count} hos annan nämnd`,
      unrouted: (count) => `${count} att fördela`,
      undelivered: (count) => `${count} inte framme`,
      late: (count) => `${count} ${count === 1 ? 'försenat' : 'försenade'}`,
      above: (count) => `${count} att följa upp`,
      unassigned: (count) => `${count} utan handläggare`,
      unacknowledged: (count) => `${count} att bekräfta`,
      unreplied: (count) => `${count} utan svar på fråga`,
      soon: (count) => `${count} snart`,
    },
    subject: (counts) => `Löften att hålla: ${counts}`,
    intro: (day) => `I dag, ${writtenDate(day, 'sv')}, behöver det här dig.`,
    group: {
      offered: {
        title: 'Ska tas emot av er',
        advice:
          'En annan nämnd har skickat ärendet till er. Ta emot det eller säg nej, med skälet, på ärendets sida: till dess kan ingen svara.',
      },
      sent: {
        title: 'Väntar på en annan nämnd',
        advice:
          'Ni har skickat ärendet till en annan nämnd, som inte har svarat. Påminn den, eller ta tillbaka ärendet på dess sida: till dess kan ingen svara.',
      },
      unrouted: {
        title: 'Ska fördelas',
        advice: 'Ingen nämnd har ärendet än. Skicka det till den nämnd som ska svara, på ärendets sida.',
      },
      undelivered: {
        title: 'Kom inte fram',
        advice:
          'Mejlet kom i retur eller gick inte att skicka, så det vi lovade är inte gjort. Berätta på ett annat sätt, till exempel per telefon eller brev, och anteckna det på ärendets sida.',
      },
      late: {
        title: 'Försenat',
        advice:
          'Lovad dag har gått och det vi lovade har inte kommit fram. Gör klart det så snart du kan. Dröjer det, hör av dig till den som väntar och berätta varför.',
      },
      above: {
        title: 'Försenat hos dem du ansvarar för',
        advice: 'Det här är försenat och ännu inte gjort. Prata med den som har ärendet, eller se till att någon annan tar det.',
      },
      unassigned: {
        title: 'Utan handläggare',
        advice:
          'Ingen har ärendet. Ta det själv eller utse någon annan, på ärendets sida. Hinner ingen svara i tid? Skicka en underrättelse om försening före lovad dag, med skälet.',
      },
      unacknowledged: {
        title: 'Ska bekräftas',
        advice: 'Berätta för den som väntar att det har kommit in, till exempel per telefon, och anteckna bekräftelsen på ärendets sida.',
      },
      unreplied: {
        title: 'Inget svar på vår fråga',
        advice:
          'Dagen då vi bad om svar har gått. Fråga igen, till exempel per telefon. Kommer inget svar får ärendet avgöras med det vi vet.',
      },
      soon: {
        title: 'Snart lovad dag',
        advice: 'Hinner du inte svara? Skicka en underrättelse om försening från ärendets sida i god tid före lovad dag, med skälet.',
      },
    },
    line: (line, group, late) =>
      sentences([
        `${what.sv[line.what]}: ${group === 'unreplied' ? 'begärt till' : 'lovad dag'} ${writtenDate(line.due, 'sv')}`,
        inDays(line, late ? (count) => `${workingDays(count)} för sent` : left),
        line.unassigned ? 'Ingen handläggare är utsedd' : '',
      ]),
    more: (count) => `Och ${count} till. Du hittar dem i listan över dina ärenden.`,
  },
  en: {
    count: {
      offered: (count) => `${count} to accept`,
      sent: (count) => `${count} with another board`,
      unrouted: (count) => `${count} to route`,
      undelivered: (count) => `${count} not delivered`,
      late: (count) => `${count} overdue`,
      above: (count) => `${count} to follow up`,
      unassigned: (count) => `${count} without an officer`,
      unacknowledged: (count) => `${count} to acknowledge`,
      unreplied: (count) => `${count} without a reply`,
      soon: (count) => `${count} soon due`,
    },
    subject: (counts) => `Promises to keep: ${counts}`,
    intro: (day) => `Today, ${writtenDate(day, 'en')}, this needs you.`,
    group: {
      offered: {
        title: 'To be accepted by you',
        advice:
          'Another board has sent you the case. Accept it or decline it, with the reason, on the page of the case: until then nobody can answer.',
      },
      sent: {
        title: 'Waiting for another board',
        advice:
          'You have sent the case to another board, which has not answered. Remind it, or take the case back on its page: until then nobody can answer.',
      },
      unrouted: {
        title: 'To be routed',
        advice: 'No board has the case yet. Send it to the board that shall answer, on the page of the case.',
      },
      undelivered: {
        title: 'Not delivered',
        advice:
          'The e-mail came back or could not be sent, so what we promised is not done. Tell it in another way, by telephone or letter for instance, and note that on the page of the case.',
      },
      late: {
        title: 'Overdue',
        advice:
          'The promised day has passed and what we promised has not arrived. Finish it as soon as you can. If it takes longer, contact the person who is waiting and say why.',
      },
      above: {
        title: 'Overdue where you are responsible',
        advice: 'This is overdue and still not done. Talk to the officer of the case, or see to it that somebody else takes it.',
      },
      unassigned: {
        title: 'Without an officer',
        advice:
          'Nobody has the case. Take it yourself or appoint somebody else, on the page of the case. Not enough time to answer? Send a notice of delay before the promised day, with the reason.',
      },
      unacknowledged: {
        title: 'To be acknowledged',
        advice: 'Tell the person who is waiting that it has come in, by telephone for instance, and note that on the page of the case.',
      },
      unreplied: {
        title: 'No reply to our question',
        advice:
          'The day by which we asked for a reply has passed. Ask again, by telephone for instance. If no reply comes, the case is decided by what we know.',
      },
      soon: {
        title: 'Soon due',
        advice:
          'Not enough time to answer? Send a notice of delay from the page of the case well before the promised day, with the reason.',
      },
    },
    line: (line, group, late) =>
      sentences([
        `${what.en[line.what]}: ${group === 'unreplied' ? 'asked for' : 'promised'} by ${writtenDate(line.due, 'en')}`,
        inDays(line, late ? (count) => `${daysInEnglish(count)} late` : leftInEnglish),
        line.unassigned ? 'No officer has been assigned' : '',
      ]),
    more: (count) => `And ${count} more. You find them in the list of your cases.`,
  },
};

const inDays = ({ workingDays: count }: DigestLine, say: (count: number) => string): string => (count === undefined ? '' : say(count));

const workingDays = (count: number): string => `${count} ${count === 1 ? 'arbetsdag' : 'arbetsdagar'}`;
const left = (count: number): string => (count === 0 ? 'I dag är sista arbetsdagen' : `${workingDays(count)} kvar`);

const daysInEnglish = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;
const leftInEnglish = (count: number): string => (count === 0 ? 'Today is the last working day' : `${daysInEnglish(count)} left`);

const sentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
