import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFile } from '#node';
import { aConsole, aFolder } from '#test/a-console';

const folder = aFolder();
const console = aConsole(join(folder, 'data'));
const year = ['--from', '2025-01-01', '--to', '2026-12-31'];
const rehearse = (policy: string, ...more: string[]) =>
  console.run('promises', 'rehearse', '--policy', policy, ...(more.length > 0 ? more : year));
const preset = (code: string): string => `organisations/policy-presets/${code}.json`;

interface Rehearsal {
  readonly cases: number;
  readonly rehearsed: readonly { readonly what: string; readonly due: string; readonly proposedDue: string }[];
}
const found = async (policy: string): Promise<Rehearsal> => JSON.parse((await rehearse(policy, ...year, '--json')).out) as Rehearsal;

beforeAll(async () => {
  expect(await console.run('demo', '--cases', '12', '--until', '2026-11-26T12:00:00Z')).toMatchObject({ code: 0, err: '' });
});

it('of the policy in force changes nothing', async () => {
  expect(await found(preset('gotland'))).toMatchObject({ rehearsed: [] });
  expect((await rehearse(preset('gotland'))).out).toMatch(/^\d+ cases, 0 promises would have been others\n/);
});

it('of another one says which dates would have been others, and writes nothing', async () => {
  const before = statSync(logFile(console.dataDir)).size;
  const { cases, rehearsed } = await found(preset('karlskoga'));
  const answers = rehearsed.filter(({ what }) => what === 'answer');
  expect([cases > 0, answers.length > 0]).toEqual([true, true]);
  expect(answers.every(({ due, proposedDue }) => proposedDue < due)).toBe(true);
  expect(statSync(logFile(console.dataDir)).size).toBe(before);
});

it('speaks only of the kinds that the policy speaks for', async () => {
  const [all, praise] = [await found(preset('gotland')), await found(preset('praise'))];
  expect(praise.cases).toBeLessThan(all.cases);
});

it.each([
  ['a term of no length', '"count": 0', /count: must be a whole number from 1/],
  ['a unit nobody knows', '"unit": "fortnights"', /unit: must be one of/],
])('refuses a policy with %s, and says where', async (_, instead, complaint) => {
  const file = join(folder, 'proposed.json');
  const policy = { code: 'x', version: 1, nameSv: 'X', nameEn: 'X', administrationCode: null, kinds: [], acknowledge: null };
  const answer = { count: 7, unit: 'calendarDays', roll: true, from: 'received' };
  const rest = { sourceDocument: 'Utkast', decidedBy: 'Ingen än', validFrom: null, validTo: null };
  const [name = ''] = instead.split(':');
  const text = JSON.stringify({ ...policy, answer, ...rest }, null, 1).replace(new RegExp(`${name}: [^,\\n]+`), instead);
  writeFileSync(file, text);
  expect(await rehearse(file)).toMatchObject({ code: 1, err: expect.stringMatching(complaint) });
});

it('refuses a period that ends before it begins, and a file that is not there', async () => {
  expect(await rehearse(preset('gotland'), '--from', '2026-02-01', '--to', '2026-01-31')).toMatchObject({ code: 2 });
  expect(await rehearse('nowhere.json')).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') });
});
