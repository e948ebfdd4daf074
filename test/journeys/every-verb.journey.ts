import { join } from 'node:path';
import { aConsole, aFolder } from '#test/a-console';
import { callOf, missingVerbs, verbsOfALog } from '#test/every-verb';
import { startEventStoreServer, type EventStoreServer } from '#test/eventstore-server/server';

/** `rebuild` leaves files as nothing else does, so the others come after it, in one order and in the other. */
const others = verbsOfALog.filter((verb) => verb !== 'rebuild');
const walk = ['rebuild', ...others, 'rebuild', ...others.toReversed()];

it('every verb is called here, or named as one that wants something else', () => {
  expect(missingVerbs).toEqual([]);
});

describe.each(['a file', 'EventStoreDB'])('with the log in %s', (store) => {
  const folder = aFolder();
  const console = aConsole(join(folder, 'data'));
  let server: EventStoreServer | undefined;
  let reference: string;
  let time = 0;

  beforeAll(async () => {
    const said = await console.run('demo', '--cases', '15', '--until', '2026-11-26T12:00:00Z');
    reference = /RG(?:-\w{4}){3}/.exec(said.out)?.[0] ?? '';
    if (store === 'a file') return;
    server = await startEventStoreServer();
    await console.run('move-log', console.dataDir, server.url);
    Object.assign(process.env, { EVALUATION: 'yes', EVENTSTORE_URL: server.url });
  });
  afterAll(() => {
    delete process.env['EVENTSTORE_URL'];
    delete process.env['EVALUATION'];
    server?.stop();
  });

  it.each(walk)('%s does what it is for', async (verb) => {
    const said = await console.run(...callOf(verb, { folder, reference, time: (time += 1) }));
    expect([said.code, said.err]).toEqual([0, '']);
  });

  it('and without the store it says in a sentence that nothing is there', async () => {
    if (!server) return;
    server.stop();
    for (const verb of ['rebuild', 'report']) {
      const said = await console.run(...callOf(verb, { folder, reference, time }));
      expect([verb, said.code, said.err]).toEqual([verb, 1, expect.stringMatching(/^[^\n]*nothing listens there[^\n]*\n$/)]);
    }
  });
});
