import type { MailOfCase } from '#ledger';
import { mailFacts } from './mail-facts.js';

const mail = (kind: MailOfCase['kind'], standing: object): MailOfCase =>
  ({ kind, telling: kind, since: '2026-11-26T09:00:00.000Z', ...standing }) as MailOfCase;
const lost = { status: 'not-through', code: '550 5.1.1' };
const sent = { status: 'sent' };
const said = (...mails: MailOfCase[]) => mailFacts(mails, 'sv').map(({ value }) => value);

it('says at once that mail to an address does not get through, since when and why, until one does', () => {
  expect(said(mail('acknowledgement', lost))).toEqual([
    'E-post till den här adressen går inte fram, sedan 26 nov. 2026 10:00 (550 5.1.1). Berätta på ett annat sätt, till exempel per telefon eller brev.',
  ]);
  expect(said(mail('acknowledgement', lost), mail('answer', sent))).toEqual([]);
  expect(said(mail('acknowledgement', sent), mail('answer', { status: 'on-its-way' }))).toEqual([]);
  expect(said(mail('acknowledgement', sent), mail('answer', lost))).toHaveLength(1);
});

it('says what was held back, why, and until when', () => {
  const held = { status: 'held-back', reason: 'address-cap', until: '2026-11-27T09:00:00.000Z' };
  expect(said(mail('acknowledgement', held))).toEqual([
    'Bekräftelsen hölls inne: så många mejl som får gå till samma adress på ett dygn utan att någon här har gjort något hade gått. Det skickas 27 nov. 2026 10:00.',
  ]);
});
