import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#sqlite';
import { aConsole } from '#test/a-console';
import type { AnApi } from '#test/an-api';
import { anAuthority, listOf, type ListedCase, type Receipt } from '#test/an-authority';
import { healthOf } from '#test/a-watch';
import { eventually } from '#test/eventually';

const authority = anAuthority();
let officer: AnApi;

beforeAll(async () => {
  officer = await authority.as('hanna.handlaggare-tn');
});

const file = (name: string): string => join(authority.server.dataFolder, name);
const health = () => healthOf(authority.server);
const deadLetters = async () => (await health()).views.filter((view) => view.deadLetters > 0).map(({ name }) => name);
const mails = () => authority.relay.messages.length;

/** What the list shows once it shows how every promised answer stands, which it knows a second later than the rest. */
const wholeList = () =>
  eventually(async () => {
    const list = await listOf(officer);
    return list.every(({ promisedDate, promisedAnswer }) => promisedDate === null || promisedAnswer !== null) ? list : undefined;
  });

/** A case with a mail, registered and told. */
async function aCase(email: string): Promise<{ receipt: Receipt; listed: ListedCase }> {
  const receipt = await authority.submit({ contact: { email } });
  const listed = await authority.caseOf(officer, receipt);
  await authority.mailTo(email, 1);
  return { receipt, listed };
}

describe('views that were deleted', () => {
  it.each([
    ['as a folder', () => rmSync(file('views'), { recursive: true })],
    ['but for the inbox', () => removeViews((name) => !name.startsWith('inbox'))],
    ['of their checkpoints', () => eachView((db) => db.exec('DELETE FROM checkpoint'))],
  ])('%s are made again from the log, and nobody is told anything twice', async (_, destroy) => {
    const { receipt } = await aCase(`sett-${mails()}@example.se`);
    const before = { list: await wholeList(), mails: mails() };
    await authority.server.stop();
    destroy();
    await authority.server.start();
    expect(await wholeList()).toEqual(before.list);
    expect((await authority.anyone.post('/follow-ups', { receiptCode: receipt.receiptCode })).status).toBe(200);
    expect(await deadLetters()).toEqual([]);
    await aCase(`efter-${mails()}@example.se`);
    expect(mails()).toBe(before.mails + 1);
  });
});

describe('a log of yesterday under the views of today', () => {
  it('is noticed, and once a person has accepted it, what is lost is shown no more, and what comes is not skipped', async () => {
    const kept = await aCase('kvar@example.se');
    await authority.server.stop();
    const yesterday = file('yesterday.db');
    copyFileSync(file('log.db'), yesterday);
    await authority.server.start();
    const lost = await aCase('borta@example.se');
    await officer.post(`/cases/${kept.listed.caseId}/notes`, { text: 'Försvinner också.' });

    await authority.server.stop();
    copyFileSync(yesterday, file('log.db'));
    await expect(authority.server.start()).rejects.toThrow('is older than the keys');
    await authority.server.start('--accept-older-log');
    const references = (await listOf(officer)).map(({ reference }) => reference);
    expect(references).toContain(kept.receipt.reference);
    expect(references).not.toContain(lost.receipt.reference);
    expect((await authority.anyone.post('/follow-ups', { receiptCode: lost.receipt.receiptCode })).status).toBe(404);
    const { body } = await officer.get(`/cases/${kept.listed.caseId}/history`);
    expect(JSON.stringify(body)).not.toContain('Försvinner');

    await eventually(async () => (await aConsole(authority.server.dataFolder).run('mail', 'release')).out.startsWith('Released'));
    const next = await aCase('sedan@example.se');
    expect(next.listed.diaryNumbers).toEqual(lost.listed.diaryNumbers); // the number that nobody has now
    expect(await deadLetters()).toEqual([]);
  });
});

describe('an event that this program does not know', () => {
  let sick: { receipt: Receipt; listed: ListedCase };

  beforeAll(async () => {
    sick = await aCase('sjuk@example.se');
    append(`case-${sick.listed.caseId}`, 'CaseWasTurnedIntoAPumpkin');
  });

  it('makes its case unreadable, in so many words, and decides nothing on half a history', async () => {
    const path = `/cases/${sick.listed.caseId}`;
    for (const answer of [
      await officer.get(path),
      await officer.get(`${path}/history`),
      await officer.post(`${path}/notes`, { text: 'Hej.' }),
      await officer.post(`${path}/answers`, { text: 'Hej.', by: 'email' }),
      await authority.anyone.post('/follow-ups', { receiptCode: sick.receipt.receiptCode }),
    ]) {
      expect([answer.status, answer.body.type]).toEqual([503, 'urn:synpunkter:problem:case-unreadable']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('is set aside and shown, and every other case goes on', async () => {
    const { receipt, listed } = await aCase('frisk@example.se');
    expect((await officer.post(`/cases/${listed.caseId}/answers`, { text: 'Hej.', by: 'email' })).status).toBe(201);
    expect(await authority.mailTo('frisk@example.se', 2)).toHaveLength(2);
    await eventually(async () => (await deadLetters()).includes('inbox'));
    expect((await health()).ready).toBe(true);
    const references = (await listOf(officer)).map(({ reference }) => reference);
    expect(references).toEqual(expect.arrayContaining([receipt.reference, sick.receipt.reference]));
  });

  it('is still set aside after a restart, which is not held up by it', async () => {
    await authority.server.stop();
    await authority.server.start();
    expect(await deadLetters()).toContain('inbox');
    expect((await health()).ready).toBe(true);
    await aCase('vidare@example.se');
  });
});

describe('a seal that does not open', () => {
  it('costs its own row in the list, and is told once without anything that was sealed', async () => {
    const broken = await aCase('bruten@example.se');
    const whole = await aCase('hel@example.se');
    const said = authority.server.output.length;
    const db = openDatabase(file(`views/${readdirSync(file('views')).find((name) => /^inbox\.v\d+\.db$/.test(name))}`), {
      synchronous: 'NORMAL',
    });
    const { row } = db.prepare<[string], { row: string }>('SELECT row FROM cases WHERE case_id = ?').get(broken.listed.caseId)!;
    const { text, ...rest } = JSON.parse(row) as { text: { sealed: string; place: string } };
    const turned = JSON.stringify({ ...rest, text: { ...text, sealed: text.sealed.replace(/.{8}$/, 'AAAAAAAA') } });
    db.prepare('UPDATE cases SET row = ? WHERE case_id = ?').run(turned, broken.listed.caseId);
    db.close();
    const textOf = async ({ listed }: { listed: ListedCase }) =>
      (await listOf(officer)).find(({ caseId }) => caseId === listed.caseId)?.text;
    expect(await textOf(broken)).toBe('[kan inte visas]');
    expect(await textOf(whole)).toBe(whole.listed.text);
    const alarms = authority.server.output
      .slice(said)
      .split('\n')
      .filter((line) => line.includes('was changed or moved'));
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toContain(`case-${broken.listed.caseId}`);
  });
});

/** Appends to a stream what only a newer program could have written. */
function append(stream: string, type: string): void {
  const db = openDatabase(file('log.db'), { synchronous: 'FULL' });
  db.prepare(
    `INSERT INTO events (stream, revision, id, type, data, metadata)
     SELECT stream, revision + 1, 'b3b0c9f2-6f1e-8f57-9a2b-1c8d5e7f9a10', ?, '{}', metadata
     FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1`,
  ).run(type, stream);
  db.close();
}

function eachView(work: (db: ReturnType<typeof openDatabase>) => void): void {
  for (const name of readdirSync(file('views')).filter((one) => one.endsWith('.db'))) {
    const db = openDatabase(join(file('views'), name), { synchronous: 'NORMAL' });
    work(db);
    db.close();
  }
}

function removeViews(which: (name: string) => boolean): void {
  for (const name of readdirSync(file('views')).filter(which)) rmSync(join(file('views'), name));
}
