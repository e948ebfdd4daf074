import type { MailOfCase } from '#ledger';
import type { NoticeKind } from '#notices';
import { inBothLanguages, type InBoth } from '../pages/in-both-languages.js';

type Reason = Extract<MailOfCase, { status: 'held-back' }>['reason'];

interface MailTexts {
  readonly label: string;
  readonly notThrough: (since: string, code: string) => string;
  readonly heldBack: (what: string, why: string, until: string | null) => string;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly kind: Readonly<Record<NoticeKind, string>>;
}

export const mailTexts: InBoth<MailTexts> = inBothLanguages<MailTexts>({
  sv: {
    label: 'Mejl',
    notThrough: (since, code) =>
      `E-post till den här adressen går inte fram, sedan ${since} (${code}). Berätta på ett annat sätt, till exempel per telefon eller brev.`,
    heldBack: (what, why, until) => `${what} hölls inne: ${why}. ${until === null ? 'Det skickas inte.' : `Det skickas ${until}.`}`,
    reason: {
      'address-cap': 'så många mejl som får gå till samma adress på ett dygn utan att någon här har gjort något hade gått',
      'domain-cap': 'så många mejl som får gå till samma domän på ett dygn utan att någon här har gjort något hade gått',
      'hour-cap': 'så många mejl som får gå på en timme utan att någon här har gjort något hade gått',
      'case-cap': 'ett mejl om ärendet hade redan gått',
    },
    kind: {
      acknowledgement: 'Bekräftelsen',
      dated: 'Beskedet om datum',
      moved: 'Beskedet om ny nämnd',
      clarification: 'Frågan',
      answer: 'Beskedet om svaret',
      delay: 'Beskedet om försening',
      'action-done': 'Beskedet om åtgärden',
      referred: 'Hänvisningen',
      closed: 'Beskedet om avslut',
      review: 'Bekräftelsen av omprövning',
      'review-answer': 'Beskedet om omprövningen',
    },
  },
  en: {
    label: 'Mail',
    notThrough: (since, code) =>
      `E-mail to this address does not get through, since ${since} (${code}). Tell it in another way, by telephone or letter for instance.`,
    heldBack: (what, why, until) =>
      `${what} was held back: ${why}. ${until === null ? 'It will not be sent.' : `It will be sent ${until}.`}`,
    reason: {
      'address-cap': 'as many mails had gone to the same address in 24 hours as may without anybody here acting',
      'domain-cap': 'as many mails had gone to the same domain in 24 hours as may without anybody here acting',
      'hour-cap': 'as many mails had gone out in an hour as may without anybody here acting',
      'case-cap': 'a mail about the case had gone already',
    },
    kind: {
      acknowledgement: 'The acknowledgement',
      dated: 'Word of the dates',
      moved: 'Word of another board',
      clarification: 'The question',
      answer: 'Word of the answer',
      delay: 'Word of a delay',
      'action-done': 'Word of the action',
      referred: 'The referral',
      closed: 'Word of the closing',
      review: 'The acknowledgement of a review',
      'review-answer': 'Word of the review',
    },
  },
});
