import type { Reason, SecrecySign } from '#organisation';
import { inBothLanguages, type InBoth } from '../pages/in-both-languages.js';

export const casePageTexts = inBothLanguages({
  sv: {
    back: 'Alla ärenden',
    words: 'Det här skrev avsändaren',
    place: 'Var',
    facts: 'Uppgifter',
    promises: 'Det här är lovat',
    dayByDay: 'Dag för dag',
    routing: 'Varför hos den här nämnden?',
    history: 'Det här har hänt',
    historyOrder: 'Äldst först',
    todo: 'Gör något i ärendet',
    nothing: 'Du kan läsa ärendet, men inte göra något i det.',
    secret: 'Kan innehålla sekretess',
    personalNumber: 'Innehåller personnummer',
    closedToYou:
      'Ärendet är en annan nämnds. Text, kontaktuppgifter och handläggning visas bara för dem som arbetar där. Behöver du läsa det i ditt arbete: be nämndens registrator, som prövar om det kan lämnas ut.',
    mend: 'Rätta det här',
    toForm: 'Till formuläret',
    board: 'Nämnd',
    offeredTo: 'Erbjudet',
    category: 'Ämne',
    noCategory: 'Inget än',
    received: 'Ankomstdag',
    promised: 'Svar lovat senast',
    diaryNumbers: 'Diarienummer',
    none: 'Inget än',
    officer: 'Handläggare',
    nobody: 'Ingen än',
    channel: 'Kom genom',
    language: 'Språk',
    languages: { sv: 'Svenska', en: 'Engelska' },
    name: 'Namn',
    email: 'E-post',
    phone: 'Telefon',
    anonymous: 'Avsändaren har inte lämnat några kontaktuppgifter.',
    undated: 'Bestäms när serverns klocka har kontrollerats',
    withoutDate: {
      'nothing-promised': 'Ingen serviceriktlinje har lovat något datum',
      'clock-in-doubt': 'Lovas när serverns klocka har kontrollerats',
    },
    outcome: 'Utfall',
    mark: 'Sekretessmarkering',
    expired: 'Sidan hade varit öppen länge. Läs igenom det du skrivit och skicka igen.',
    boardEnded: (ended: string, successor: string) => `${ended} finns inte längre. ${successor} har dess ärenden: välj den i stället.`,
    sentBefore: 'Formuläret var redan skickat. Läs igenom det du skrivit och skicka igen om du menar det.',
    codeTitle: 'Ny kod',
    code: 'Lämna koden till avsändaren nu. Den visas bara här.',
    toCase: 'Till ärendet',
  },
  en: {
    back: 'All cases',
    words: 'This is what the submitter wrote',
    place: 'Where',
    facts: 'Facts',
    promises: 'This is promised',
    dayByDay: 'Day by day',
    routing: 'Why with this board?',
    history: 'This has happened',
    historyOrder: 'Oldest first',
    todo: 'Do something with the case',
    nothing: 'You can read the case, but not do anything with it.',
    secret: 'May hold what is secret',
    personalNumber: 'Holds a personal identity number',
    closedToYou:
      'The case is another board’s. Text, contact details and handling are shown only to those who work there. If you need to read it in your work: ask the registrar of the board, who examines whether it can be given out.',
    mend: 'Mend this',
    toForm: 'To the form',
    board: 'Board',
    offeredTo: 'Offered to',
    category: 'Subject',
    noCategory: 'None yet',
    received: 'Day of receipt',
    promised: 'Answer promised by',
    diaryNumbers: 'Diary numbers',
    none: 'None yet',
    officer: 'Officer',
    nobody: 'Nobody yet',
    channel: 'Came by',
    language: 'Language',
    languages: { sv: 'Swedish', en: 'English' },
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    anonymous: 'The submitter has left no contact details.',
    undated: 'Is set when the clock of the server has been checked',
    withoutDate: {
      'nothing-promised': 'No policy has promised a date',
      'clock-in-doubt': 'Is promised when the clock of the server has been checked',
    },
    outcome: 'Outcome',
    mark: 'Secrecy marking',
    expired: 'The page had been open for long. Read through what you wrote and send it again.',
    boardEnded: (ended: string, successor: string) => `${ended} exists no longer. ${successor} has its cases: choose that board instead.`,
    sentBefore: 'The form had been sent already. Read through what you wrote and send it again if you mean it.',
    codeTitle: 'New code',
    code: 'Give the code to the submitter now. It is shown only here.',
    toCase: 'To the case',
  },
});

interface HistoryWords {
  readonly system: string;
  readonly submitter: string;
  readonly somebody: string;
  /** The labels of what an event tells, by the name of the field. */
  readonly details: Readonly<Record<string, string>>;
  readonly promise: Readonly<Record<'acknowledgement' | 'answer' | 'review-acknowledgement' | 'review', string>>;
  /** By whom something was decided that a rule can decide too, or asked for that staff can ask for too. */
  readonly by: Readonly<Record<'submitter' | 'staff' | 'rules' | 'person', string>>;
  readonly yes: string;
  readonly no: string;
  readonly faster: (who: string, when: string, what: string) => string;
}

export const historyTexts: InBoth<HistoryWords> = inBothLanguages<HistoryWords>({
  sv: {
    system: 'Systemet',
    submitter: 'Avsändaren',
    somebody: 'Någon i personalen',
    details: {
      from: 'Från',
      to: 'Till',
      board: 'Nämnd',
      body: 'Till',
      reason: 'Skäl',
      questions: 'Fråga',
      text: 'Text',
      description: 'Åtgärd',
      result: 'Resultat',
      replyBy: 'Svar senast',
      due: 'Datum',
      replaces: 'Ersätter',
      on: 'Dag',
      receivedDate: 'Ankomstdag',
      outcome: 'Utfall',
      channel: 'Kom genom',
      by: 'Hur',
      promise: 'Löfte',
      diaryNumber: 'Diarienummer',
      provision: 'Bestämmelse',
      category: 'Ämne',
      secretCategory: 'Ämne',
      officer: 'Handläggare',
      officerLeft: 'Inte längre handläggare',
      secrecyBasis: 'Grund',
      forwarded: 'Skickat vidare',
      satisfied: 'Nöjd',
    },
    promise: {
      acknowledgement: 'Bekräftelse',
      answer: 'Svar',
      'review-acknowledgement': 'Bekräftelse av omprövning',
      review: 'Omprövning',
    },
    by: { submitter: 'Avsändaren', staff: 'Personalen', rules: 'Reglerna', person: 'En människa' },
    yes: 'Ja',
    no: 'Nej',
    faster: (who: string, when: string, what: string) =>
      `${who} hann före: ${what.toLowerCase()}, ${when}. Det du skrev finns kvar. Läs vad som hänt och skicka igen om det fortfarande stämmer.`,
  },
  en: {
    system: 'The system',
    submitter: 'The submitter',
    somebody: 'Somebody of the staff',
    details: {
      from: 'From',
      to: 'To',
      board: 'Board',
      body: 'To',
      reason: 'Reason',
      questions: 'Question',
      text: 'Text',
      description: 'Action',
      result: 'Result',
      replyBy: 'Reply by',
      due: 'Date',
      replaces: 'Replaces',
      on: 'Day',
      receivedDate: 'Day of receipt',
      outcome: 'Outcome',
      channel: 'Came by',
      by: 'How',
      promise: 'Promise',
      diaryNumber: 'Diary number',
      provision: 'Provision',
      category: 'Subject',
      secretCategory: 'Subject',
      officer: 'Officer',
      officerLeft: 'Officer no more',
      secrecyBasis: 'Ground',
      forwarded: 'Sent on',
      satisfied: 'Content',
    },
    promise: {
      acknowledgement: 'Acknowledgement',
      answer: 'Answer',
      'review-acknowledgement': 'Acknowledgement of a review',
      review: 'Review',
    },
    by: { submitter: 'The submitter', staff: 'The staff', rules: 'The rules', person: 'A person' },
    yes: 'Yes',
    no: 'No',
    faster: (who: string, when: string, what: string) =>
      `${who} was faster: ${what.toLowerCase()}, ${when}. What you wrote is still there. Read what has happened and send again if it still holds.`,
  },
});

interface RoutingWords {
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly matched: string;
  readonly confidence: (percent: number) => string;
  readonly runnerUp: string;
  readonly signals: string;
  readonly externalBodies: string;
  readonly secrecySigns: Readonly<Record<SecrecySign, string>>;
  readonly byPerson: string;
}

export const routingTexts: InBoth<RoutingWords> = inBothLanguages<RoutingWords>({
  sv: {
    reasons: {
      'category-chosen': 'Avsändaren valde ämnet.',
      'words-agree': 'Orden i texten talar för nämnden.',
      'stopping-signal': 'Det kan vara något annat än en synpunkt; en människa ska titta först.',
      'external-body': 'Någon utanför organisationen kan vara ansvarig.',
      caution: 'Texten kan handla om något allvarligt; en människa ska titta först.',
      'foreign-language': 'Texten är inte på svenska, så reglerna kan inte läsa den.',
      'no-words-known': 'Inga ord i texten är kända av reglerna.',
      'too-little-evidence': 'För lite i texten talar för någon nämnd.',
      'not-ordinary': 'Inget ord i texten säger att det är en vanlig synpunkt; en människa ska titta först.',
      'two-matters': 'Texten verkar handla om två saker för olika nämnder.',
      'not-confident': 'Det är inte tillräckligt säkert vilken nämnd som ansvarar.',
    },
    matched: 'Ord som talade för det',
    confidence: (percent) => `Reglerna bedömde att det var ${percent} % säkert.`,
    runnerUp: 'Näst troligast',
    signals: 'Tecken på något annat',
    externalBodies: 'Kan vara ansvarig i stället',
    secrecySigns: {
      'secrecy-area': 'Texten kan röra en nämnd med sekretess. En människa ska bedöma om något är hemligt.',
      'secret-matter': 'Texten kan röra ett ämne med stark sekretess. En människa ska bedöma om något är hemligt.',
      'stopping-signal': 'Tecknen på något annat gör att en människa ska bedöma om något är hemligt.',
    },
    byPerson: 'Fördelades av en människa. Skäl',
  },
  en: {
    reasons: {
      'category-chosen': 'The submitter chose the subject.',
      'words-agree': 'The words of the text speak for the board.',
      'stopping-signal': 'It may be something else than a submission; a person shall look first.',
      'external-body': 'Somebody outside the organisation may be responsible.',
      caution: 'The text may concern something grave; a person shall look first.',
      'foreign-language': 'The text is not in Swedish, so the rules cannot read it.',
      'no-words-known': 'The rules know no word of the text.',
      'too-little-evidence': 'Too little in the text speaks for any board.',
      'not-ordinary': 'No word of the text says that it is an ordinary submission; a person shall look first.',
      'two-matters': 'The text seems to be about two matters for different boards.',
      'not-confident': 'It is not certain enough which board is responsible.',
    },
    matched: 'Words that spoke for it',
    confidence: (percent) => `The rules held it to be ${percent} % certain.`,
    runnerUp: 'Next likeliest',
    signals: 'Signs of something else',
    externalBodies: 'May be responsible instead',
    secrecySigns: {
      'secrecy-area': 'The text may concern a board of secrecy. A person shall judge whether anything is secret.',
      'secret-matter': 'The text may concern a subject of strong secrecy. A person shall judge whether anything is secret.',
      'stopping-signal': 'The signs of something else make a person judge whether anything is secret.',
    },
    byPerson: 'Routed by a person. Reason',
  },
});
