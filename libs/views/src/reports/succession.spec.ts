import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '#cases';
import type { Recorded } from '#event-log';
import { readOrganisation, streamOf } from '#organisation';
import { TableProcessor } from '#processors';
import { openDatabase, type Database } from '#sqlite';
import { figuresOf, nameOf } from '#test/a-report';
import * as facts from '#test/case-events';
import { mergedFiles } from '#test/reorganised';
import { ask, promiseReport, promises, type Asked } from '#views';

const december = '2026-12-20T09:00:00.000Z';
const newYear = '2027-01-01T02:00:00.000Z';
const later = '2027-02-01T09:00:00.000Z';

describe('figures of a year in which boards were reorganised', () => {
  let log: Recorded[];

  beforeEach(() => {
    log = [];
    const told = readOrganisation(mergedFiles()).flatMap((file) => file.facts);
    for (const event of told) record(streamOf(event), december, event);
  });

  function record(stream: string, recordedAt: string, ...events: readonly { readonly type: string; readonly data: object }[]): void {
    for (const { type, data } of events) {
      const revision = log.filter((one) => one.stream === stream).length;
      const metadata = { actor: 'a', commandId: '', correlationId: '', schemaVersion: 1, recordedAt };
      log.push({ id: randomUUID(), stream, revision, position: `sqlite:${log.length + 1}`, type, data, metadata });
    }
  }
  const aCase = (...later: CaseEvent[]): ((recordedAt: string, ...events: CaseEvent[]) => void) => {
    const caseId = randomUUID();
    const happens = (recordedAt: string, ...events: CaseEvent[]) => record(`case-${caseId}`, recordedAt, ...events);
    happens(december, facts.caseReceived({ caseId, receivedDate: '2026-12-20', contact: {} }), ...later);
    return happens;
  };
  const view = (): Database => {
    const db = openDatabase(':memory:', { synchronous: 'NORMAL' });
    const processor = new TableProcessor(db, promises());
    processor.take(log, 'a-log');
    expect(processor.deadLetters()).toEqual([]);
    return db;
  };
  const groups = (asked: Asked) =>
    promiseReport(view(), ask({ from: '2026-01-01', to: '2026-12-31', ...asked }, later), 'everything').groups;
  const received = (asked: Asked) =>
    groups(asked)
      .filter((group) => group.view !== 'region' && group.view !== 'customer-service')
      .map((group) => `${nameOf(group)} ${String(figuresOf(group)['received']?.[0])}`);
  const figure = (name: string, asked: Asked = {}) => figuresOf(groups(asked)[0]!)[name];

  it('stand under the board that had the cases then, whenever they are asked for', () => {
    const before = 'board TN 2|administration TKF 2'.split('|');
    const open = aCase(facts.caseRouted({ board: 'TN' }));
    aCase(facts.caseRouted({ board: 'TN' }), facts.answerGiven(), facts.caseClosed());
    expect(received({ asOf: december })).toEqual(before);
    open(newYear, facts.boardSucceeded({ from: 'TN', to: 'SBN' }));
    expect(received({ asOf: december })).toEqual(before);
    expect(received({})).toEqual(['board SBN 1', 'board TN 1', 'administration SBF 1', 'administration TKF 1']);
    expect(groups({ groupBy: 'board', to: '2027-01-31' }).map(({ name }) => name.sv)).toEqual([
      'Samhällsbyggnadsnämnden',
      'Tekniska nämnden',
    ]);
  });

  it('count no transfer where a board was succeeded, and hold the successor for the same board', () => {
    const happens = aCase(facts.caseRouted({ board: 'TN' }));
    happens(newYear, facts.boardSucceeded({ from: 'TN', to: 'SBN' }));
    expect([figure('transfers'), figure('first-board-right')]).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('count how often a case came back to a board that had had it, also under its new name', () => {
    const happens = aCase(facts.caseRouted({ board: 'TN' }));
    const moves = (from: string, to: string) => [facts.transferSent({ from, to }), facts.transferAccepted({ from, to })];
    happens(december, ...moves('TN', 'MBN'), ...moves('MBN', 'TN'), ...moves('TN', 'MBN'));
    expect([figure('transfers'), figure('returns')]).toEqual([
      [3, 1],
      [2, 1],
    ]);
    happens(newYear, facts.boardSucceeded({ from: 'MBN', to: 'SBN' }));
    happens(later, ...moves('SBN', 'RS'), ...moves('RS', 'SBN'));
    expect([figure('transfers'), figure('returns')]).toEqual([
      [5, 1],
      [3, 1],
    ]);
    expect(figure('returns', { asOf: december })).toEqual([2, 1]);
  });
});
