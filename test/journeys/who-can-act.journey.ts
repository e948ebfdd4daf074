import { aConsole } from '#test/a-console';
import { anAuthority, type ListedCase } from '#test/an-authority';
import { aVisitor, type AVisitor } from '#test/a-visitor';
import type { AnApi } from '#test/an-api';
import { eventually } from '#test/eventually';

const authority = anAuthority();

let roads: AnApi;
let manager: AnApi;
let planning: AnApi;

beforeAll(async () => {
  roads = await authority.as('hanna.handlaggare-tn');
  manager = await authority.as('christer.chef-tn');
  planning = await authority.as('hedda.handlaggare-mbn');
});

const signedIn = async (person: string): Promise<AVisitor> => {
  const visitor = aVisitor(authority.server);
  await (await visitor.open('/arbete')).send({ person });
  return visitor;
};
const aCase = async (): Promise<ListedCase> => authority.caseOf(roads, await authority.submit());
const offered = async (): Promise<string> => {
  const { caseId } = await aCase();
  const sent = await roads.post(`/cases/${caseId}/transfers`, { board: 'MBN', reason: 'Marken är er.' });
  expect(sent.body).toMatchObject({ status: 'in-transfer', offeredTo: 'MBN' });
  return caseId;
};

describe('a case that was offered to another board by mistake', () => {
  const mistake = { reason: 'Det var fel nämnd.' };

  it('is taken back by who sent it and by nobody else, and can be answered again', async () => {
    const caseId = await offered();
    expect((await roads.post(`/cases/${caseId}/answers`, { text: 'Hej.', by: 'phone' })).status).toBe(409);
    expect((await planning.post(`/cases/${caseId}/transfer-recalls`, mistake)).status).toBe(403);
    const recalled = await roads.post(`/cases/${caseId}/transfer-recalls`, mistake);
    expect([recalled.status, recalled.body]).toMatchObject([201, { status: 'with-board', board: 'TN', offeredTo: null }]);
    const again = await roads.post(`/cases/${caseId}/transfer-recalls`, mistake);
    expect([again.status, again.body.type]).toEqual([409, 'urn:synpunkter:problem:case-not-in-transfer']);
    expect(recalled.body.entries.map(({ type }: { type: string }) => type).slice(-2)).toEqual(['TransferSent', 'TransferRecalled']);
    expect((await roads.post(`/cases/${caseId}/answers`, { text: 'Hej.', by: 'phone' })).status).toBe(201);
  });

  it('is taken back on its page, where the board that it is offered to reads that it is theirs to accept', async () => {
    const caseId = await offered();
    const [sender, receiver] = [await signedIn('hanna.handlaggare-tn'), await signedIn('hedda.handlaggare-mbn')];
    const page = `/arbete/arenden/${caseId}`;
    expect((await receiver.open('/arbete')).text).toContain('Ska tas emot av oss');
    expect((await receiver.open(page)).text).toContain('Ska tas emot av oss');
    const before = await sender.open(page);
    expect(before.text).toContain('Erbjuds annan nämnd');
    const after = await before.send(mistake, `${page}/aterkallelse`);
    expect([after.status, after.text]).toEqual([200, expect.stringContaining('Det var fel nämnd.')]);
    expect((await roads.get(`/cases/${caseId}`)).body).toMatchObject({ status: 'with-board', offeredTo: null });
  });
});

describe('a case whose officer loses the right to it', () => {
  it('shows it, counts as one of nobody, and is found so by whoever can take it', async () => {
    const [kept, lost] = [await aCase(), await aCase()];
    const list = async (api: AnApi, officer: string) => {
      const { body } = await api.get(`/cases?board=TN&status=open&officer=${officer}`);
      const ids = body.cases.map(({ caseId }: ListedCase) => caseId) as string[];
      return [kept, lost].map(({ caseId }) => ids.includes(caseId));
    };
    const note = await roads.post(`/cases/${lost.caseId}/notes`, { text: 'Ring.' });
    const officer = note.body.entries.at(-1).actor as string;
    expect(await list(manager, 'none')).toEqual([true, true]);
    for (const { caseId } of [kept, lost]) expect((await roads.post(`/cases/${caseId}/assignments`, { officer })).status).toBe(201);
    const colleague = (await manager.post(`/cases/${kept.caseId}/notes`, { text: 'Min.' })).body.entries.at(-1).actor as string;
    expect((await manager.post(`/cases/${kept.caseId}/assignments`, { officer: colleague })).body).toMatchObject({ officerLeft: false });
    expect([await list(roads, 'mine'), await list(manager, 'mine'), await list(manager, 'none')]).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect((await manager.get('/cases?officer=hanna')).status).toBe(422);

    process.env['PORT'] = new URL(authority.server.address).port; // the evaluation's issuer is named after it
    const { out } = await aConsole(authority.server.dataFolder).run('revoke', 'officer', '--board', 'TN', 'hanna.handlaggare-tn', '--json');
    expect(JSON.parse(out)).toMatchObject({ changed: true });
    const read = await eventually(async () => {
      const { body } = await manager.get(`/cases/${lost.caseId}`);
      return (body.officerLeft as boolean) && body;
    });
    expect(read).toMatchObject({ officer, officerLeft: true });
    expect([await list(manager, 'mine'), await list(manager, 'none')]).toEqual([
      [true, false],
      [false, true],
    ]);
    const visitor = await signedIn('christer.chef-tn');
    for (const path of ['/arbete?board=TN&status=open&officer=none', `/arbete/arenden/${lost.caseId}`])
      expect((await visitor.open(path)).text).toContain('(arbetar inte här längre)');
    expect((await visitor.open('/en/arbete?board=TN&status=open&officer=none')).text).toContain('(no longer works here)');
    const refused = await manager.post(`/cases/${kept.caseId}/assignments`, { officer });
    expect([refused.status, refused.body.errors]).toEqual([422, [expect.objectContaining({ field: 'officer' })]]);
  });
});
