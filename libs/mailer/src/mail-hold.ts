/** Mail is held from now on, or no longer: facts in the log, so that every node obeys and an auditor sees who decided. */
export type MailHoldEvent =
  | { readonly type: 'MailHeld'; readonly data: { readonly because: 'restored' | 'asked' } }
  | { readonly type: 'MailReleased'; readonly data: Readonly<Record<string, never>> };

export const mailHoldStream = 'mail-hold';

/** Whether mail is held, folded from the log. */
export const mailHold = {
  name: 'mail-hold',
  version: 2,
  types: ['MailHeld', 'MailReleased'] satisfies MailHoldEvent['type'][],
  initial: false,
  evolve: (held: boolean, events: readonly { readonly type: string }[]): boolean =>
    events.reduce((_before, { type }) => type === 'MailHeld', held),
};

/** Nothing is sent until a person releases it; `[]` if that is so already. */
export const holdMail = (because: 'restored' | 'asked', held: boolean): readonly MailHoldEvent[] =>
  held ? [] : [{ type: 'MailHeld', data: { because } }];

/** What waits may go out; `[]` if nothing is held. */
export const releaseMail = (held: boolean): readonly MailHoldEvent[] => (held ? [{ type: 'MailReleased', data: {} }] : []);
