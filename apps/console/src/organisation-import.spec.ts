import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aConsole, aFolder } from '#test/a-console';

const folder = aFolder();
const console = aConsole(join(folder, 'data'));
const organisation = join(folder, 'organisation');

/** The organisation of the folder, with one thing in one file changed. */
function change(file: string, from: string, to: string): void {
  const path = join(organisation, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

beforeAll(() => cpSync('organisations/region-gotland', organisation, { recursive: true }));

it('records what is new, then nothing, then only the difference', async () => {
  const imported = () => console.run('organisation', 'import', organisation);
  expect((await imported()).out).toContain('BoardPublished          board-tn\n');
  expect((await imported()).out).toContain('already says all');
  change('boards.json', 'Public Works Committee', 'Technical Committee');
  expect((await imported()).out.split('\n').slice(0, 2)).toEqual([`Recorded from ${organisation}:`, '  BoardPublished          board-tn']);
});

it('says from when it holds otherwise, where that is before today, and nothing of the kind about days to come', async () => {
  const imported = () => console.run('organisation', 'import', organisation);
  const before = 'policy-gotland says something else of days before today, from 2018-01-01 on. It holds for what is registered from now on';
  change('policies.json', '"answer": {"count": 14', '"answer": {"count": 10');
  expect((await imported()).out).toContain(before);
  const year = new Date().getFullYear();
  const [now] = JSON.parse(readFileSync(join(organisation, 'policies.json'), 'utf8')) as [object];
  const then = { ...now, version: 2, reminders: [2], validFrom: `${year + 1}-01-01` };
  writeFileSync(join(organisation, 'policies.json'), JSON.stringify([{ ...now, validTo: `${year}-12-31` }, then]));
  expect((await imported()).out).toBe(`Recorded from ${organisation}:\n  PolicyPublished         policy-gotland\n`);
});

it('names the file and the line of what is wrong, and imports nothing', async () => {
  change('boards.json', '"Technical Committee"', '17');
  const said = await console.run('organisation', 'import', organisation);
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(/boards\.json.*\d+.*nameEn/);
});

it('says so where there is no such folder', async () => {
  expect(await console.run('organisation', 'import', join(folder, 'nowhere'))).toMatchObject({ code: 1 });
});
