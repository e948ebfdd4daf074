import type { MailboxMessage } from '#mailer';
import { accessibilityTexts } from '../about/accessibility.texts.js';
import { personalDataTexts } from '../about/personal-data.texts.js';
import { startTexts } from '../about/start.texts.js';
import { apiTexts } from '../api/api.texts.js';
import type { Operation } from '../api/operations.js';
import { caseListTexts } from '../cases/case-list.texts.js';
import type { Fact } from '../cases/case-facts.js';
import { casePageTexts } from '../cases/case-page.texts.js';
import type { Told } from '../cases/history-in-words.js';
import type { DueInWords } from '../cases/due-in-words.js';
import { mailboxTexts } from '../evaluation/mailbox.texts.js';
import type { Complaint, Field } from '../forms/field.js';
import { followTexts } from '../follow-ups/follow.texts.js';
import type { Seal } from '../forms/form-seals.js';
import { problemTexts } from '../problems/problem.texts.js';
import type { PromiseOnPage } from '../promises/promise-on-page.js';
import { signInTexts } from '../sign-in/sign-in.texts.js';
import { registrationTexts } from '../submissions/registration.texts.js';
import { receiptTexts, submissionTexts } from '../submissions/submission.texts.js';

/** What every page shows around its own content. */
export interface Frame {
  readonly title: string;
  readonly organisation: string;
  readonly phone: string;
  readonly evaluation: boolean;
  readonly otherLanguagePath: string;
  readonly links: Readonly<Record<'start' | 'submit' | 'follow' | 'cases' | 'register' | 'accessibility' | 'personalData' | 'api', string>>;
  /** Who of the staff is signed in, if somebody is. */
  readonly staff: {
    readonly name: string;
    readonly lists: boolean;
    readonly registers: boolean;
    readonly signOut: Seal;
  } | null;
}

/** Every page, by the name of its template, and what it shows. Nothing may be left out; what is not there is null. */
export interface Pages {
  start: {
    readonly links: Readonly<Record<'submit' | 'follow' | 'staff' | 'mail', string>>;
    readonly evaluation: { readonly empty: boolean } | null;
    readonly phone: string;
  };
  accessibility: { readonly organisation: string; readonly phone: string; readonly submit: string };
  'personal-data': { readonly phone: string };
  submit: {
    readonly action: string;
    readonly seal: Seal;
    readonly about: readonly Field[];
    readonly contact: readonly Field[];
    readonly complaints: readonly Complaint[];
    readonly notice: string | null;
    readonly phone: string;
    readonly personalData: string;
  };
  receipt: {
    readonly receipt: {
      readonly reference: string;
      readonly receiptCode: string;
      readonly received: string | null;
      readonly promised: string | null;
      /** Why there is no promised date. */
      readonly withoutDate: string | null;
      readonly hasEmail: boolean;
      readonly advice: readonly string[];
    } | null;
    readonly links: Readonly<Record<'follow' | 'another', string>>;
  };
  follow: {
    readonly action: string;
    readonly seal: Seal;
    readonly fields: readonly Field[];
    readonly complaints: readonly Complaint[];
    readonly notice: string | null;
    readonly phone: string;
  };
  followed: {
    readonly reference: string;
    readonly status: string;
    readonly received: string;
    readonly promised: string | null;
    /** Why there is no promised date. */
    readonly withoutDate: string | null;
    readonly board: string;
    readonly entries: readonly {
      readonly title: string;
      readonly instant: string;
      readonly when: string;
      readonly about: string | null;
      readonly date: string | null;
      readonly text: string | null;
    }[];
    readonly forms: readonly {
      readonly id: string;
      readonly title: string;
      readonly lead: string | null;
      readonly action: string;
      readonly seal: Seal;
      readonly fields: readonly Field[];
      readonly send: string;
      readonly after: string | null;
    }[];
    readonly complaints: readonly Complaint[];
    readonly notice: string | null;
    readonly leave: { readonly action: string; readonly seal: Seal } | null;
  };
  register: {
    readonly action: string;
    readonly seal: Seal;
    readonly arrival: readonly Field[];
    readonly about: readonly Field[];
    readonly contact: readonly Field[];
    readonly complaints: readonly Complaint[];
    readonly notice: string | null;
  };
  mailbox: {
    readonly mails: readonly {
      readonly subject: string;
      readonly to: string;
      readonly at: string;
      readonly when: string;
      readonly link: string;
    }[];
  };
  mail: Pick<MailboxMessage, 'subject' | 'text' | 'headers'> & { readonly to: string; readonly html: string; readonly back: string };
  api: { readonly about: string; readonly document: string; readonly operations: readonly Operation[] };
  'case-list': {
    readonly action: string;
    readonly filters: readonly Field[];
    readonly everything: string | null;
    /** A number was asked for that no case bears, or none that is shown. */
    readonly notFound: boolean;
    readonly total: number;
    readonly rows: readonly {
      readonly link: string;
      readonly reference: string;
      readonly kind: string;
      readonly status: string;
      readonly board: string;
      /** Where no more of it is shown than that it is there. */
      readonly received: string | null;
      readonly whole: {
        readonly excerpt: string;
        readonly due: DueInWords | null;
        readonly officer: string | null;
        readonly secret: boolean;
      } | null;
    }[];
    readonly next: string | null;
    readonly first: string | null;
  };
  'case-outline': {
    readonly title: string;
    readonly back: string;
    readonly status: string;
    readonly done: string | null;
    readonly facts: readonly Fact[];
  };
  case: {
    readonly title: string;
    readonly back: string;
    readonly status: string;
    readonly due: DueInWords | null;
    readonly secret: boolean;
    readonly personalNumber: boolean;
    readonly done: string | null;
    readonly text: string;
    readonly place: string | null;
    readonly facts: readonly Fact[];
    readonly promises: readonly PromiseOnPage[];
    readonly routing: readonly string[];
    readonly history: readonly Told[];
    readonly forms: readonly {
      readonly id: string;
      readonly title: string;
      readonly send: string;
      readonly open: boolean;
      readonly action: string;
      readonly seal: Seal;
      readonly fields: readonly Field[];
    }[];
    /** The form that was refused, and why. */
    readonly refused: string | null;
    readonly message: string | null;
    readonly complaints: readonly Complaint[];
  };
  'new-code': { readonly receiptCode: string; readonly back: string };
  'sign-in-failed': { readonly explanation: string; readonly again: string };
  problem: {
    readonly title: string;
    readonly advice: string;
    readonly start: string;
    /** In a new tab, so that what was typed stays here. */
    readonly signIn: string | null;
    readonly signInAgain: string | null;
    readonly requestId: string;
    readonly again: {
      readonly action: string;
      readonly seal: Seal;
      /** Whether something was longer than any form takes, and is given back as far as one does. */
      readonly isCut: boolean;
      readonly fields: readonly { readonly name: string; readonly value: string; readonly label: string | null }[];
    } | null;
  };
}

export type PageName = keyof Pages;

/** The words of every page: in the template `{{t.…}}`. */
export const pageTexts: { readonly [Name in PageName]: Readonly<Record<'sv' | 'en', object>> } = {
  start: startTexts,
  accessibility: accessibilityTexts,
  'personal-data': personalDataTexts,
  submit: submissionTexts,
  receipt: receiptTexts,
  follow: followTexts,
  followed: followTexts,
  register: registrationTexts,
  mailbox: mailboxTexts,
  mail: mailboxTexts,
  api: apiTexts,
  'case-list': caseListTexts,
  case: casePageTexts,
  'case-outline': casePageTexts,
  'new-code': casePageTexts,
  'sign-in-failed': signInTexts,
  problem: problemTexts,
};
