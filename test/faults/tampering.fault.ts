import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { deriveUuid } from '#event-log';
import { keyFile } from '#keys';
import { logFile, startNode } from '#node';
import { readSettings } from '#settings';
import { openDatabase } from '#sqlite';
import { aConsole, aFolder } from '#test/a-console';
import { exampleOf } from '#test/event-schemas';
import { everythingIn, withLog } from '#test/stopped-log';
import { TamperedLog } from '#test/tampered-log';

/**
 * What can be done to a log by who may write its file and has no key. Each row is really done, to a copy of a log. `nothing` is what could
 * have been written so: only hashes that others keep will tell.
 */
const folder = aFolder();
const sound = aConsole(join(folder, 'sound'));
const invented = deriveUuid('invented');

beforeAll(async () => {
  await sound.run('demo', '--cases', '15', '--until', '2026-11-26T12:00:00Z');
  await sound.run('grant', 'auditor', '--board', 'TN', 'revisor@example.se');
  const root = process.cwd();
  const fatal = (error: unknown): void => void process.stderr.write(String(error));
  const { node, stop } = await startNode(readSettings(process.env, root), { root, fatal });
  await node.quiet();
  await stop();
  await withLog(sound.dataDir, async (log) => {
    const events = await everythingIn(log);
    const context = { actor: 'system', commandId: invented, correlationId: invented, recordedAt: new Date().toISOString() };
    const frozen = { ...exampleOf('ReportFrozen'), reportId: invented, lastEvent: events[0]!.id };
    await log.append(`report-${invented}`, 'no-stream', [{ type: 'ReportFrozen', data: frozen }], context);
  });
  await sound.run('mail', 'hold');
});

let copies = 0;

/** Which properties `verify` finds hurt after something was done to the log. */
async function found(tamper: (log: TamperedLog, data: string) => void): Promise<readonly string[]> {
  const there = sound.at(join(folder, `copy-${(copies += 1)}`));
  cpSync(sound.dataDir, there.dataDir, { recursive: true, filter: (path) => !path.endsWith('views') });
  const log = new TamperedLog(logFile(there.dataDir));
  tamper(log, there.dataDir);
  log.close();
  const { code, out, err } = await there.run('verify', '--json');
  expect(err).toBe('');
  const { findings } = JSON.parse(out) as { findings: readonly { kind: string }[] };
  expect(code).toBe(findings.length === 0 ? 0 : 1);
  return [...new Set(findings.map(({ kind }) => kind))];
}

type Row = readonly [what: string, kind: string, tamper: (log: TamperedLog, data: string) => void];

const of = (type: string): string => `type = '${type}'`;
const answered = of('AnswerGiven');
const promised = of('PromiseMade');
const withAddress = `${of('CaseReceived')} AND json_extract(data, '$.contact.email') IS NOT NULL`;

/** A case that was answered and closed: what it began with was written by one command, what followed by one each. */
const stream = (log: TamperedLog): string => log.first(of('CaseClosed')).stream;
const inCase = (log: TamperedLog, revision: number): string => `stream = '${stream(log)}' AND revision = ${revision}`;
const lastOf = (log: TamperedLog): string => inCase(log, log.rows(`stream = '${stream(log)}'`).length - 1);
/** What names a case whose number is not the last of its diary. */
const naming = (log: TamperedLog): string => {
  const { data } = log.first(`stream LIKE 'diary-%' AND revision = 1 AND stream IN (SELECT stream FROM events WHERE revision = 2)`);
  return `instr(stream || data || metadata, '${(JSON.parse(data) as { caseId: string }).caseId}') > 0`;
};
const lastNumber = (log: TamperedLog): string => `position = ${log.rows(of('DiaryNumberGiven')).at(-1)!.position}`;

const turned = (sealed: unknown): string => String(sealed).replace(/.{6}$/, 'AAAAAA');
const cut = (count: number) => (log: TamperedLog) => log.remove(`position > ${log.rows('true').length - count}`);
const recordedAt = (log: TamperedLog, where: string, at: string) => log.metadata(where, { recordedAt: at });

function withKeys(data: string, sql: string): void {
  const db = openDatabase(keyFile(join(data, 'keys')), { synchronous: 'NORMAL' });
  db.exec(sql);
  db.close();
}

/** An event like the first of its type, at the end of a case. */
function invent(log: TamperedLog, id: (stream: string) => string): void {
  const { data, metadata } = log.first(of('CaseReopened'));
  log.add({
    stream: stream(log),
    id: id(stream(log)),
    type: 'CaseReopened',
    data,
    metadata: metadata.replace(/"recordedAt":"[^"]+"/, `"recordedAt":"${new Date().toISOString()}"`),
  });
}

const rows: readonly Row[] = [
  // what was found before, and must stay found
  ['a bit of a sealed text is turned', 'seal', (log) => log.data(answered, (data) => ({ ...data, text: turned(data['text']) }))],
  ['sealed texts of two cases are exchanged', 'seal', (log) => log.exchange([log.rows(answered)[0]!, log.rows(answered)[1]!], 'data')],
  [
    'sealed texts of one event are exchanged',
    'seal',
    (log) =>
      log.data(withAddress, ({ text, contact, ...data }) => ({
        text: (contact as { email: string }).email,
        contact: { ...(contact as object), email: text },
        ...data,
      })),
  ],
  ['an event in the middle of a case is deleted', 'revision', (log) => log.remove(inCase(log, 1))],
  ['a sealed event gets another id', 'seal', (log) => log.set(answered, 'id', invented)],
  ['an event gets an unknown type', 'readable', (log) => log.set(answered, 'type', 'CaseForgotten')],
  ['a sealed event gets the type of another', 'seal', (log) => log.set(of('NoteAdded'), 'type', 'AnswerGiven')],
  ['a stream is renamed', 'id', (log) => log.db.exec(`UPDATE events SET stream = 'case-${invented}' WHERE stream = '${stream(log)}'`)],
  ['the log gets another id', 'log', (log) => log.data(of('LogIdentified'), () => ({ logId: invented }))],
  ['a key is deleted', 'seal', (_, data) => withKeys(data, `DELETE FROM keys WHERE scope LIKE '%/content'`)],
  [
    'a case is copied under another id',
    'id',
    (log) => log.rows(`stream = '${stream(log)}'`).forEach((row) => log.add({ ...row, stream: `case-${invented}` })),
  ],

  // what was missed
  ['a promised date is moved', 'promise', (log) => log.data(promised, (data) => ({ ...data, due: '2027-06-30' }))],
  ['a day of receipt is moved', 'promise', (log) => log.data(of('CaseReceived'), (data) => ({ ...data, receivedDate: '2026-01-02' }))],
  ['a time of recording is moved back', 'recorded-at', (log) => recordedAt(log, inCase(log, 4), '2020-01-01T00:00:00.000Z')],
  ['a time of recording is moved ahead', 'recorded-at', (log) => recordedAt(log, inCase(log, 4), '2030-01-01T00:00:00.000Z')],
  [
    'a time of recording at the end of a stream is moved ahead',
    'recorded-at',
    (log) => recordedAt(log, lastOf(log), '2026-11-30T00:00:00.000Z'),
  ],
  [
    'the times of recording of a case run backwards',
    'recorded-at',
    (log) =>
      log
        .rows(`stream = '${stream(log)}'`)
        .forEach(({ position }, index) => recordedAt(log, `position = ${position}`, `2026-01-${30 - index}T08:00:00.000Z`)),
  ],
  ['a time of recording is none', 'metadata', (log) => recordedAt(log, inCase(log, 4), 'x')],
  ['somebody else has done it', 'nothing', (log) => log.metadata(answered, { actor: 'submitter' })],
  [
    'a rating is changed',
    'nothing',
    (log) => log.data(of('AnswerRated'), ({ satisfied, ...data }) => ({ satisfied: !satisfied, ...data })),
  ],
  ['an outcome is changed', 'nothing', (log) => log.data(of('CaseClosed'), (data) => ({ ...data, outcome: 'duplicate' }))],
  ['a category is changed', 'nothing', (log) => log.data(of('CaseClassified'), (data) => ({ ...data, category: 'TN.VAG' }))],
  ['a secrecy mark becomes its end', 'data', (log) => log.set(of('SecrecyMarked'), 'type', 'SecrecyLifted')],
  [
    'a time of hand-over is changed',
    'nothing',
    (log) => log.data(of('NoticeHandedOver'), (data) => ({ ...data, at: '2026-01-01T00:00:00.000Z' })),
  ],
  ['a value gets another type', 'data', (log) => log.data(promised, (data) => ({ ...data, due: 20261210 }))],
  ['a required field is removed', 'data', (log) => log.data(promised, ({ due: _, ...data }) => data)],
  ['a field is added that nobody knows', 'data', (log) => log.data(promised, (data) => ({ ...data, kept: true }))],
  ['data are written another way', 'data', (log) => log.set(promised, 'data', log.first(promised).data.replace('{', '{ '))],
  ['something is added to metadata', 'metadata', (log) => log.metadata(promised, { reviewed: 'yes' })],
  ['how to reach the submitter is removed', 'nothing', (log) => log.data(withAddress, (data) => ({ ...data, contact: {} }))],
  ['the last event of the log is cut off', 'log', cut(1)],
  ['the last 5 events of the log are cut off', 'log', cut(5)],
  ['the last 50 events of the log are cut off', 'log', cut(50)],
  ['a case is deleted', 'position', (log) => log.remove(`stream = '${stream(log)}'`)],
  ['a case is deleted, and the gap closed', 'cause', (log) => log.remove(`stream = '${stream(log)}'`).renumber()],
  ['a case is deleted with all that names it', 'position', (log) => log.remove(naming(log))],
  ['a case is deleted with all that names it, and the gap closed', 'diary', (log) => log.remove(naming(log)).renumber()],
  ['the last event of a case is deleted', 'position', (log) => log.remove(lastOf(log))],
  ['the last event of a case is deleted, and the gap closed', 'cause', (log) => log.remove(lastOf(log)).renumber()],
  ['an event in the middle of a case is deleted, and the gap closed', 'id', (log) => log.remove(inCase(log, 1)).renumber()],
  ['a note is deleted, and the gap closed', 'nothing', (log) => log.remove(of('NoteAdded')).renumber()],
  ['the observations of promises are deleted', 'position', (log) => log.remove(`stream LIKE 'promise-%'`)],
  ['the observations of promises are deleted, and the gap closed', 'nothing', (log) => log.remove(`stream LIKE 'promise-%'`).renumber()],
  ['two cases change places', 'revision', (log) => log.swap([log.rows(of('CaseReceived'))[0]!, log.rows(of('CaseReceived'))[1]!])],
  ['two events of a case change places', 'recorded-at', (log) => log.swap([log.first(inCase(log, 0)), log.first(lastOf(log))])],
  ['an event is invented', 'id', (log) => invent(log, () => invented)],
  [
    'an event is invented with the id that it would have',
    'nothing',
    (log) => invent(log, (at) => deriveUuid(at, ...commandOf(log.first(of('CaseReopened')).metadata))),
  ],
  [
    'a role is granted by a row',
    'id',
    (log) => log.add({ ...log.first(of('RoleGranted')), id: invented, data: '{"role":"administrator","boards":"all"}' }),
  ],
  ['an officer grants a role', 'right', (log) => log.metadata(of('RoleGranted'), { actor: invented })],
  ['a plain event gets another id', 'id', (log) => log.set(of('CaseRouted'), 'id', invented)],
  [
    'a frozen figure is changed',
    'nothing',
    (log) => log.set(of('ReportFrozen'), 'data', log.first(of('ReportFrozen')).data.replace('409', '410')),
  ],
  ['a frozen report is made of another log', 'cause', (log) => log.data(of('ReportFrozen'), (data) => ({ ...data, lastEvent: invented }))],
  [
    'the question of a frozen report is changed',
    'nothing',
    (log) => log.set(of('ReportFrozen'), 'data', log.first(of('ReportFrozen')).data.replace('half-year', 'year')),
  ],
  ['a frozen report is deleted', 'position', (log) => log.remove(of('ReportFrozen'))],
  [
    'a policy gives 60 days where it gave 14',
    'promise',
    (log) => log.set(of('PolicyPublished'), 'data', log.first(of('PolicyPublished')).data.replaceAll('"count":14', '"count":60')),
  ],
  ['a key is destroyed without a decision', 'seal', (_, data) => withKeys(data, destroyed)],
  ['all cases are deleted', 'position', (log) => log.remove(`stream LIKE 'case-%'`)],
  ['all cases are deleted, and the gap closed', 'diary', (log) => log.remove(`stream LIKE 'case-%'`).renumber()],
  ['the last number of a diary is deleted', 'position', (log) => log.remove(lastNumber(log))],
  ['the last number of a diary is deleted, and the gap closed', 'diary', (log) => log.remove(lastNumber(log)).renumber()],
  ['a trigger is lost', 'file', (log) => log.loseTrigger()],
];

const destroyed = `INSERT INTO destroyed (key_id) SELECT id FROM keys WHERE scope LIKE '%/content'; DELETE FROM keys WHERE scope LIKE '%/content'`;

function commandOf(metadata: string): [commandId: string, fingerprint: string] {
  const { commandId, fingerprint = '' } = JSON.parse(metadata) as { commandId: string; fingerprint?: string };
  return [commandId, fingerprint];
}

it('finds nothing in a log that nobody has touched', async () => {
  expect(await found(() => undefined)).toEqual([]);
});

it.each(rows.filter(([, kind]) => kind !== 'nothing'))('where %s, finds: %s', async (_, kind, tamper) => {
  expect(await found(tamper)).toContain(kind);
});

it.each(rows.filter(([, kind]) => kind === 'nothing'))('where %s, finds: %s', async (_, __, tamper) => {
  expect(await found(tamper)).toEqual([]);
});

it.each([
  'UPDATE events SET data = data',
  'DELETE FROM events',
  'REPLACE INTO events SELECT * FROM events',
  'INSERT OR REPLACE INTO events SELECT * FROM events',
])('refuses %s where nobody takes the triggers off', (sql) => {
  const db = openDatabase(logFile(sound.dataDir), { synchronous: 'NORMAL' });
  expect(() => db.exec(sql)).toThrow('an event is never');
  db.close();
});
