import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { anAuthority } from '#test/an-authority';
import { filesIn, searchBytes, searchFor } from '#test/search-for';

const authority = anAuthority({ environment: { TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'trace' } });

/** Words that stand nowhere else, one for each field that says something of a person. */
const canaries = {
  name: 'Kanarina Fågelström',
  email: 'kanarina.fagel@example.se',
  phone: '+46 70 555 19 73',
  place: 'Kanariegränd 19 i Visby',
  text: 'hemtjänstkanarien kvittrar om blåbärspannkakor',
  matched: 'hemtjänstkanarien',
  answer: 'svarskanarien sjunger om lingonsylt',
  note: 'noteringskanarien tiger om rödbetor',
  questions: 'frågekanarien undrar om ärtsoppa',
  reply: 'svaret av kanarien är köttbullar',
};
const ofTheRequest = { address: '203.0.113.97', agent: 'Kanariewebb/19.73 (anonym)' };

beforeAll(async () => {
  const { name, email, phone, place, text } = canaries;
  const receipt = await authority.submit({
    text: `Om hemtjänst: ${text}.`,
    category: 'AO.HEMTJANST',
    place,
    contact: { name, email, phone },
  });
  const care = await authority.as('helena.handlaggare-son');
  const { caseId } = await authority.caseOf(care, receipt);
  await care.post(`/cases/${caseId}/notes`, { text: canaries.note });
  await care.post(`/cases/${caseId}/clarifications`, { questions: canaries.questions, replyBy: receipt.promisedDate! });
  await care.post(`/cases/${caseId}/clarification-replies`, { text: canaries.reply, channel: 'phone' });
  await care.post(`/cases/${caseId}/answers`, { text: canaries.answer, by: 'email' });
  await authority.mailTo(email, 3);

  await request(authority.server.address)
    .post('/api/v1/submissions')
    .set({
      'x-forwarded-for': ofTheRequest.address,
      'user-agent': ofTheRequest.agent,
      referer: `https://example.se/${ofTheRequest.address}`,
    })
    .send({ kind: 'klagomal', text: 'Lekplatsen är trasig.', language: 'sv' })
    .expect(201);
  // One that is refused, and one that fails to be read, leave no more behind than one that is taken in.
  for (const body of ['{"text":', `{"text":"${canaries.text}","email":"${canaries.email}"}`])
    await authority.anyone.post('/submissions', body);
  await authority.anyone.post('/follow-ups', { receiptCode: receipt.receiptCode });
});

const everything = [...Object.values(canaries), ...Object.values(ofTheRequest)];
const output = () => Buffer.from(authority.server.output);

describe('of what people wrote, of how they can be reached, and of where they sat', () => {
  it('nothing stands in clear in any file while the server runs', () => {
    expect(filesIn(authority.server.dataFolder).some((file) => file.endsWith('log.db-wal'))).toBe(true);
    expect(searchFor(everything, authority.server.dataFolder)).toEqual([]);
  });

  it('nothing stands in what the process wrote, though it wrote all it can', () => {
    expect(authority.server.output).toContain('/api/v1/submissions');
    expect(searchBytes(everything, output(), 'output')).toEqual([]);
  });

  it('nothing stands in clear after it was killed, and nothing after it was started and stopped', async () => {
    await authority.server.kill();
    expect(searchFor(everything, authority.server.dataFolder)).toEqual([]);
    await authority.server.start();
    await authority.server.stop();
    expect(searchFor(everything, authority.server.dataFolder)).toEqual([]);
    expect(searchBytes(everything, output(), 'output')).toEqual([]);
  });
});

describe('the search', () => {
  it.each([
    ['utf8', (text: string) => Buffer.from(text)],
    ['utf16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['base64', (text: string) => Buffer.from(Buffer.from(`{"a":"${text}"}`).toString('base64'))],
    ['base64url', (text: string) => Buffer.from(Buffer.from(`xy${text}z`).toString('base64url'))],
    ['hex', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['JSON', (text: string) => Buffer.from(text.replace(/[åäö]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`))],
  ])('finds every canary that was planted in %s: without this, finding none would say nothing', (form, write) => {
    const file = join(authority.server.dataFolder, `planted-${form}`);
    writeFileSync(file, 'something before ');
    for (const text of everything) appendFileSync(file, Buffer.concat([Buffer.from(' '), write(text)]));
    const found = searchFor(everything, authority.server.dataFolder).filter((finding) => finding.file === file);
    expect(new Set(found.map(({ text }) => text))).toEqual(new Set(everything));
  });
});
