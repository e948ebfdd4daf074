import { aClockedServer, type AClockedServer } from '#test/a-clocked-server';
import { Steps } from '#test/steps';
import { personStream } from '#identity';
import { CaseReading } from './case-reading.js';
import { StaffNames } from './staff-names.js';

const people = 1_000;
const at = '2026-11-26T08:00:00.000Z';

let server: AClockedServer;
let names: StaffNames;
beforeAll(async () => {
  server = await aClockedServer('organisations/region-gotland', at);
  names = new StaffNames(server.node, new CaseReading(server.node));
  await Promise.all(Array.from({ length: people }, (_, number) => tell(number, 'no-stream', [seen(`Person ${number}`), granted])));
  await caughtUp();
});
afterAll(() => server.remove());

const idOf = (number: number): string => `p${String(number).padStart(4, '0')}`;
const seen = (name: string) => ({ type: 'PersonSeen', data: { name, digest: 'd'.repeat(64) } });
const granted = { type: 'RoleGranted', data: { role: 'officer', boards: ['TN'] } };

const tell = (number: number, expected: number | 'no-stream', events: readonly { type: string; data: object }[]) => {
  const context = { actor: 'console', commandId: `${idOf(number)} ${expected}`, correlationId: idOf(number), recordedAt: at };
  return server.node.parts.log.append(personStream(idOf(number)), expected, events, context);
};

async function caughtUp(): Promise<void> {
  const head = await server.node.parts.log.head();
  if (head === 'empty' || !(await server.node.reached(head, 60_000))) throw new Error('the directory is behind');
}

const mayAnswer = (): { readonly name: string }[] => names.who((caller) => caller.kind === 'staff' && caller.grants.length > 0);

it('opens the name of each of a thousand people once, and walks the boards once a day', async () => {
  const [opening, walking] = [new Steps(/libs\/keys\/src\/cipher/), new Steps(/libs\/organisation\/src\/succession/)];
  await opening.begin();
  await walking.begin();
  const all = mayAnswer().length;
  expect(all).toBeGreaterThanOrEqual(people);
  expect(await opening.taken()).toBeGreaterThanOrEqual(all);
  await walking.taken();
  expect(mayAnswer()).toHaveLength(all);
  expect(await opening.taken()).toBe(0);
  expect(await walking.taken()).toBeLessThan(8 * all);
  await opening.end();
  await walking.end();
});

it('shows another name as soon as it is known, and none whose key was destroyed', async () => {
  await tell(7, 1, [seen('Åsa Ny')]);
  await caughtUp();
  expect(names.nameOf(idOf(7))).toBe('Åsa Ny');
  expect(names.nameOf(idOf(8))).toBe('Person 8');
  await server.node.parts.keys.forget(`${idOf(8)}/staff`);
  expect(names.nameOf(idOf(8))).toBe('[gallrad]');
});
