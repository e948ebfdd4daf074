import type { Language } from '#cases';
import type { MailOfCase } from '#ledger';
import { moment } from '../pages/dates-in-words.js';
import type { Fact } from './case-facts.js';
import { mailTexts } from './mail.texts.js';

/** What whoever handles a case should know of its mail: that it does not get through, or that the program itself holds it back. */
export function mailFacts(mails: readonly MailOfCase[], language: Language): Fact[] {
  const t = mailTexts[language];
  const last = mails.findLast(({ status }) => status === 'sent' || status === 'not-through');
  return [
    ...(last?.status === 'not-through' ? [{ label: t.label, value: t.notThrough(moment(last.since, language), last.code) }] : []),
    ...mails.flatMap((mail) =>
      mail.status === 'held-back'
        ? [{ label: t.label, value: t.heldBack(t.kind[mail.kind], t.reason[mail.reason], mail.until && moment(mail.until, language)) }]
        : [],
    ),
  ];
}
