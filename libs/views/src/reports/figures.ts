import type { Figure, Part, WeighedCase } from './figure.js';

/** Rises when a figure is counted otherwise, so that no two figures of one name and version differ in what they mean. */
export const methodVersion = 2;

/** Every figure, in the order in which it is read. All are of the cases received in the period, as they were known at the instant asked. */
export const figures: readonly Figure[] = [
  {
    name: 'received',
    goal: 'accessibility',
    unit: 'count',
    title: { sv: 'Inkomna', en: 'Received' },
    definition: { sv: 'Ärenden vars ankomstdag ligger i perioden.', en: 'Cases whose receipt date lies in the period.' },
    weigh: () => ({ value: 1, of: 1 }),
  },
  {
    name: 'acknowledged-in-time',
    goal: 'participation',
    unit: 'share',
    title: { sv: 'Bekräftade i tid', en: 'Acknowledged in time' },
    definition: {
      sv: 'Ärenden där varje utlovad bekräftelse kom fram senast den lovade dagen, av dem där en sådan är hållen eller bruten.',
      en: 'Cases in which every promised acknowledgement was delivered by the promised day, of those in which one was kept or missed.',
    },
    weigh: (one) => inTime(one.acknowledgementKept, one.acknowledgementMissed),
  },
  {
    name: 'answered-in-time',
    goal: 'participation',
    unit: 'share',
    title: { sv: 'Besvarade i tid', en: 'Answered in time' },
    definition: {
      sv: 'Ärenden där varje utlovat svar kom fram senast den dag som sist giltigt lovades, av dem där ett svar är hållet eller brutet. Den som fortfarande väntar inom tiden räknas inte.',
      en: 'Cases in which every promised answer was delivered by the day last validly promised, of those in which one was kept or missed. Who still waits within the time is not counted.',
    },
    weigh: (one) => inTime(one.answerKept, one.answerMissed),
  },
  {
    name: 'days-to-answer-median',
    goal: 'accessibility',
    unit: 'working-days',
    percentile: 50,
    title: { sv: 'Arbetsdagar till svar, median', en: 'Working days to answer, median' },
    definition: {
      sv: 'Arbetsdagar efter ankomstdagen till och med den dag då det första utlovade svaret kom fram; det minsta värde som hälften inte överskrider. n är de ärenden som har fått svar.',
      en: 'Working days after the receipt date up to and including the day on which the first promised answer was delivered; the least value that half do not exceed. n is the cases that were answered.',
    },
    weigh: (one) => one.daysToAnswer,
  },
  {
    name: 'days-to-answer-p90',
    goal: 'accessibility',
    unit: 'working-days',
    percentile: 90,
    title: { sv: 'Arbetsdagar till svar, 90:e percentilen', en: 'Working days to answer, 90th percentile' },
    definition: {
      sv: 'Som medianen: det minsta värde som nio av tio inte överskrider.',
      en: 'As the median: the least value that nine of ten do not exceed.',
    },
    weigh: (one) => one.daysToAnswer,
  },
  {
    name: 'delay-notices-in-time',
    goal: 'participation',
    unit: 'share',
    title: { sv: 'Underrättelser om försening i tid', en: 'Delay notices in time' },
    definition: {
      sv: 'Underrättelser om försening som kom fram senast den dag de ersätter, med skäl och inom vad serviceriktlinjen medger, av alla som gavs.',
      en: 'Delay notices that were delivered by the day they replace, with a reason and within what the policy allows, of all that were given.',
    },
    weigh: ({ delaysInTime, delaysVoid }) => parts(delaysInTime ?? 0, (delaysInTime ?? 0) + (delaysVoid ?? 0)),
  },
  {
    name: 'overdue',
    goal: 'accessibility',
    unit: 'count',
    title: { sv: 'Försenade och obesvarade', en: 'Overdue and unanswered' },
    definition: {
      sv: 'Ärenden där den lovade dagen har passerat, inget svar har kommit fram och ingen har lösts från löftet.',
      en: 'Cases in which the promised day has passed, no answer was delivered and nobody was released from the promise.',
    },
    weigh: ({ overdueSince }) => ({ value: overdueSince === null ? 0 : 1, of: 1 }),
  },
  {
    name: 'oldest-overdue',
    goal: 'accessibility',
    unit: 'date',
    title: { sv: 'Äldsta försenade', en: 'Oldest overdue' },
    definition: {
      sv: 'Den tidigaste lovade dagen bland de försenade och obesvarade.',
      en: 'The earliest promised day among the overdue and unanswered.',
    },
    weigh: ({ overdueSince }) => overdueSince ?? undefined,
  },
  {
    name: 'transfers',
    goal: 'accessibility',
    unit: 'count',
    title: { sv: 'Överlämningar', en: 'Transfers' },
    definition: {
      sv: 'Gånger då en annan nämnd tog över ett ärende. n är ärendena.',
      en: 'Times that another board took a case over. n is the cases.',
    },
    weigh: ({ transfers }) => ({ value: transfers, of: 1 }),
  },
  {
    name: 'returns',
    goal: 'accessibility',
    unit: 'count',
    title: { sv: 'Kom tillbaka', en: 'Came back' },
    definition: {
      sv: 'Överlämningar till en nämnd som hade haft ärendet förut. En nämnd som fick en efterträdare medan den hade ärendet räknas som efterträdaren. n är ärendena.',
      en: 'Transfers to a board that had had the case before. A board that was succeeded while it had the case counts as its successor. n is the cases.',
    },
    weigh: ({ returns }) => ({ value: returns, of: 1 }),
  },
  {
    name: 'first-board-right',
    goal: 'accessibility',
    unit: 'share',
    title: { sv: 'Rätt nämnd från början', en: 'Right board from the start' },
    definition: {
      sv: 'Ärenden som ligger hos den nämnd de först fördelades till, eller hos dess efterträdare, och aldrig har överlämnats, av dem som har fördelats.',
      en: 'Cases that are with the board they were first routed to, or with its successor, and were never transferred, of those that were routed.',
    },
    weigh: ({ firstBoard, board, transfers }) =>
      firstBoard === null ? undefined : { value: transfers === 0 && firstBoard === board ? 1 : 0, of: 1 },
  },
  {
    name: 'undeliverable',
    goal: 'accessibility',
    unit: 'share',
    title: { sv: 'Kunde inte nås', en: 'Could not be reached' },
    definition: {
      sv: 'Ärenden där minst ett e-postmeddelande studsade eller gavs upp, av dem med en e-postadress.',
      en: 'Cases in which at least one e-mail bounced or was given up, of those with an e-mail address.',
    },
    weigh: ({ byMail, undeliverable }) => (byMail ? { value: undeliverable, of: 1 } : undefined),
  },
  {
    name: 'anonymous',
    goal: 'accessibility',
    unit: 'share',
    title: { sv: 'Anonyma', en: 'Anonymous' },
    definition: { sv: 'Ärenden utan några kontaktuppgifter.', en: 'Cases without any contact details.' },
    weigh: ({ anonymous }) => ({ value: anonymous, of: 1 }),
  },
  {
    name: 'reopened',
    goal: 'participation',
    unit: 'share',
    title: { sv: 'Återöppnade', en: 'Reopened' },
    definition: {
      sv: 'Ärenden som har återöppnats minst en gång, av dem som har besvarats eller avslutats.',
      en: 'Cases that were reopened at least once, of those that were answered or closed.',
    },
    weigh: ({ concluded, reopened }) => (concluded ? { value: reopened > 0 ? 1 : 0, of: 1 } : undefined),
  },
  {
    name: 'satisfaction',
    goal: 'participation',
    unit: 'share',
    title: { sv: 'Nöjdhetsindex', en: 'Satisfaction index' },
    definition: {
      sv: 'Ärenden där avsändaren är nöjd med det senaste svaret, av dem där avsändaren själv har sagt vad den tycker på sin sida. Vad personalen har skrivit in räknas inte. Bara en del säger det: läs n.',
      en: 'Cases in which the submitter is content with the last answer, of those in which the submitter has said so or not on the own page. What the staff wrote down is not counted. Only some say: read n.',
    },
    weigh: ({ satisfied }) => (satisfied === null ? undefined : { value: satisfied, of: 1 }),
  },
  {
    name: 'actions-promised',
    goal: 'participation',
    unit: 'count',
    title: { sv: 'Utlovade åtgärder', en: 'Actions promised' },
    definition: { sv: 'Åtgärder som har utlovats. n är ärendena.', en: 'Actions that were promised. n is the cases.' },
    weigh: ({ actions }) => ({ value: actions, of: 1 }),
  },
  {
    name: 'actions-done',
    goal: 'participation',
    unit: 'share',
    title: { sv: 'Genomförda åtgärder', en: 'Actions done' },
    definition: { sv: 'Åtgärder som är klara, av dem som har utlovats.', en: 'Actions that are done, of those that were promised.' },
    weigh: ({ actions, actionsDone }) => parts(actionsDone, actions),
  },
];

function inTime(kept: WeighedCase['answerKept'], missed: WeighedCase['answerMissed']): Part | undefined {
  if (missed) return { value: 0, of: 1 };
  return kept ? { value: 1, of: 1 } : undefined;
}

const parts = (value: number, of: number): Part | undefined => (of === 0 ? undefined : { value, of });
