import { isCalendarDay, swedishTime, type LocalDate } from '#promises';
import { calendarYears } from '../calendar/make-calendar.js';
import { complaintLaws } from '../facts/category.js';
import { submissionKinds } from '../facts/policy.js';
import { flag, listOf, oneOf, orNull, record, text, textThat, whole, withDefault, type Shape } from './shape.js';

/** The files of an organisation folder, field by field. A field with a default may be left out. */

const code = text(/^[A-ZÅÄÖ0-9_]+$/, 'a code in capital letters');
const last = calendarYears.at(-1) ?? 0;
const dayFrom = (first: number): Shape<LocalDate> =>
  textThat(
    (value) => isCalendarDay(value) && value >= `${first}-01-01` && value <= `${last}-12-31`,
    `a day that there is, from ${first} to ${last}, as 2026-11-26`,
  );
/** What has always been so, or is so until further notice, says null and no far year. */
const limit = orNull(dayFrom(2000));
const validity = { validFrom: limit, validTo: limit };
/** A name as it stands in the head of a page and of a mail: nothing that ends a line or could be taken for mark-up. */
const nameLine = text(/^(?=.*\S)[^\p{C}\p{Zl}\p{Zp}<>]{1,200}$/u, 'one line of at most 200 characters, without < and >');
const names = { nameSv: nameLine, nameEn: nameLine };

export const description = record({
  code: text(/^[a-z0-9-]+$/, 'a code in small letters, digits and hyphens'),
  ...names,
  organisationNumber: text(/^\d{6}-\d{4}$/, 'an organisation number as 212000-0803'),
  phone: text(/^[\d +-]+$/, 'a telephone number'),
  replyAddress: text(/^[^\s@]+@[^\s@]+$/, 'an e-mail address'),
  frontBoard: code,
  timeZone: oneOf(swedishTime),
  referencePrefix: text(/^[A-Z]{2,4}$/, 'two to four capital letters'),
});

export const board = record({
  code,
  ...names,
  administration: record({ code, ...names }),
  diaryPrefix: code,
  receivesSubmissions: flag,
  dataController: flag,
  independent: flag,
  neutralInMail: flag,
  note: orNull(text()),
  successor: withDefault(orNull(code), null),
  ...validity,
});

export const category = record({
  code: text(/^[A-ZÅÄÖ0-9_]+\.[A-ZÅÄÖ0-9_]+$/, 'a code as AREA.TOPIC'),
  ...names,
  boardCode: code,
  secrecy: oneOf('none', 'low', 'high'),
  externalBodies: withDefault(listOf(code), []),
  alsoInformBoards: withDefault(listOf(code), []),
  signal: withDefault(orNull(code), null),
  complaintLaw: withDefault(orNull(oneOf(...complaintLaws)), null),
  lex: withDefault(orNull(oneOf('MARIA', 'SARAH')), null),
  faultReportFirst: withDefault(flag, false),
  patientCommittee: withDefault(flag, false),
  decisionAppealable: withDefault(flag, false),
  boardUncertain: withDefault(flag, false),
  manualTriage: withDefault(flag, false),
  ...validity,
});

export const externalBody = record({
  code,
  ...names,
  scopeSv: text(),
  phone: orNull(text()),
  url: orNull(text(/^https:\/\//, 'an address that begins with https://')),
  source: text(),
  ...validity,
});

export const handoverSignal = record({
  code,
  ...names,
  actionSv: text(),
  stops: flag,
  wordSv: withDefault(orNull(text()), null),
  wordEn: withDefault(orNull(text()), null),
  ...validity,
});

/** At least so many; a promise of nothing in less than a day can only be to acknowledge at once. */
const term = (least: 0 | 1) => ({
  count: whole(least, 366),
  unit: oneOf('workingDays', 'calendarDays', 'weeks', 'months'),
  roll: flag,
});
const policyTerm = (least: 0 | 1) => record({ ...term(least), from: oneOf('received', 'acknowledged') });
const extensions = orNull(record({ atMost: whole(0, 10), count: whole(1, 366) }));

export const policy = record({
  code: text(/^[a-z0-9-]+$/, 'a code in small letters, digits and hyphens'),
  version: whole(1),
  ...names,
  administrationCode: orNull(code),
  kinds: listOf(oneOf(...submissionKinds)),
  complaintLaws: withDefault(listOf(oneOf(...complaintLaws)), []),
  acknowledge: orNull(policyTerm(0)),
  answer: orNull(policyTerm(1)),
  extensions: withDefault(extensions, null),
  clarification: withDefault(orNull(record(term(1))), null),
  secondStage: withDefault(orNull(record({ acknowledge: orNull(policyTerm(0)), answer: policyTerm(1), extensions })), null),
  reminders: withDefault(listOf(whole(1, 60)), []),
  escalations: withDefault(listOf(whole(1, 60)), []),
  sourceDocument: text(),
  decidedBy: text(),
  ...validity,
});

export const closingDay = record({ date: dayFrom(2018), name: text(), decidedBy: text() });
