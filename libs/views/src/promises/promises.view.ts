import { caseEventTypes } from '#cases';
import type { Recorded } from '#event-log';
import { deliveryFacts, deliveryTypes } from '#ledger';
import type { OnEvent, Tables } from '#processors';
import type { Database } from '#sqlite';
import { caseIdOf } from '../case-events.js';
import { keepOrganisation, keptOrganisationTypes, organisationTable } from './kept-organisation.js';
import { knownAfter, learnFacts, type KnownCase } from './known-case.js';
import { noticeOf, noticesTable, rememberNotice } from './notices.js';
import { promiseTables } from './promise-tables.js';
import { TouchedCase } from './touched-case.js';

/**
 * The promises of every case, and what was known of them when: each change stands with the instant from which it was known, so that
 * a report as of any instant is a plain query. A report reads this file and nothing else, the organisation included, so that
 * everything in it was made of the log up to one and the same event. Holds nothing that says who, sealed or not.
 */
export function promises(): Tables {
  /** The cases that the events at hand have touched. */
  const touched = new Map<string, TouchedCase>();

  const learn = (db: Database, caseId: string, event: Recorded, how: (known: KnownCase | undefined) => KnownCase): void => {
    const one = touched.get(caseId) ?? TouchedCase.load(db, caseId);
    one.learn(event.metadata.recordedAt, how);
    touched.set(caseId, one);
  };
  const onCaseEvent: OnEvent = (db, event) => learn(db, caseIdOf(event), event, (known) => knownAfter(known, event));
  const onNotice: OnEvent = (db, event) => {
    const notice = noticeOf(db, event);
    if (!notice) return;
    const undeliverable = event.type === 'NoticeBounced' || event.type === 'NoticeFailed';
    learn(db, notice.caseId, event, (known) => {
      const before = received(known);
      return learnFacts({ ...before, undeliverable: before.undeliverable || undeliverable }, deliveryFacts(event, notice));
    });
  };

  return {
    name: 'promises',
    version: 5,
    tables: ['known_cases', 'case_versions', 'promise_versions', 'notices', 'organisation'],
    schema: [promiseTables, noticesTable, organisationTable].join(';'),
    on: {
      ...Object.fromEntries(caseEventTypes.map((type) => [type, onCaseEvent])),
      ...Object.fromEntries(keptOrganisationTypes.map((type) => [type, keepOrganisation])),
      NoticeRequested: rememberNotice,
      ...Object.fromEntries(deliveryTypes.map((type) => [type, onNotice])),
    },
    begin: () => touched.clear(),
    finish: (db) => {
      for (const one of touched.values()) one.write(db);
    },
  };
}

function received(known: KnownCase | undefined): KnownCase {
  if (!known) throw new Error('a notice about a case that was never received');
  return known;
}
