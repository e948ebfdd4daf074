/** What a synpunkt is, in the words of the form: suggestion, complaint, praise, question. */
export const kinds = ['forslag', 'klagomal', 'berom', 'fraga'] as const;
export type Kind = (typeof kinds)[number];

/** The door through which it came. */
export const channels = ['web', 'email', 'phone', 'visit', 'letter', 'social-media'] as const;
export type Channel = (typeof channels)[number];

/** The doors behind which somebody of the staff hears it and writes it down. */
export const staffChannels = ['email', 'phone', 'visit', 'letter', 'social-media'] as const satisfies readonly Channel[];
export type StaffChannel = (typeof staffChannels)[number];

/** The language in which the submitter is addressed. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** How the authority told the submitter something. */
export const ways = ['email', 'phone', 'visit', 'letter', 'code'] as const;
export type Way = (typeof ways)[number];

/** What became of it (DOMAIN.md 7). */
export const outcomes = [
  'remedied',
  'partly-remedied',
  'remedy-planned',
  'no-action',
  'explained',
  'passed-on',
  'referred',
  'praise-passed-on',
  'withdrawn',
  'duplicate',
  'unintelligible',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Outcomes that end a case without an answer to the submitter. */
export const outcomesWithoutAnswer: readonly Outcome[] = [
  'passed-on',
  'referred',
  'praise-passed-on',
  'withdrawn',
  'duplicate',
  'unintelligible',
];

/** What an answer that did not satisfy was wanting in, in the main. */
export const ratingReasons = ['unclear', 'not-answered', 'disagree', 'late', 'treatment'] as const;
export type RatingReason = (typeof ratingReasons)[number];

/** On what ground something secret may go to another authority: consent, no harm after examination, or a provision that overrides secrecy. */
export const secrecyBases = ['consent', 'no-harm', 'statute'] as const;
export type SecrecyBasis = (typeof secrecyBases)[number];

/** Where people write what is later said in a case: a reply, a question, an answer, a note, why something is done. */
export const wordFields = ['text', 'reason', 'questions', 'description', 'result'] as const;

/** Where a personal identity number can stand: in a submission, or in what is written later. */
export const personalNumberFields = [...wordFields, 'place', 'contact.name', 'contact.email', 'contact.phone'] as const;
export type PersonalNumberField = (typeof personalNumberFields)[number];
