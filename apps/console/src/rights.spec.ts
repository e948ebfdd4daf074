import { join } from 'node:path';
import { aConsole, aFolder } from '#test/a-console';

const console = aConsole(join(aFolder(), 'data'));

it('makes no log where there is none', async () => {
  expect(await console.run('grant', 'officer', 'anna@region.example')).toMatchObject({ code: 1, err: expect.stringContaining('no log') });
});

describe('in an organisation', () => {
  beforeAll(() => console.run('organisation', 'import'));

  it('grants and revokes a role, says what is held, and does nothing twice', async () => {
    const grant = () => console.run('grant', 'officer', '--board', 'TN', '--board', 'mbn', 'anna@region.example', '--json');
    const held = { grants: [{ role: 'officer', boards: ['MBN', 'TN'] }], waits: true };
    expect(JSON.parse((await grant()).out)).toMatchObject({ ...held, changed: true });
    expect(JSON.parse((await grant()).out)).toMatchObject({ ...held, changed: false });
    expect(await console.run('revoke', 'officer', '--board', 'TN', 'anna@region.example')).toMatchObject({
      code: 0,
      out: expect.stringContaining('officer for MBN\n'),
    });
    expect((await console.run('revoke', 'officer', 'anna@region.example')).out).toContain('no role');
  });

  it.each([
    [['grant', 'king', 'anna'], 2, 'There is no role king'],
    [['grant', 'officer'], 2, 'Name a role'],
    [['grant', 'officer', '--boss', 'anna'], 2, '--boss'],
    [['grant', 'officer', '--board', 'XX', 'anna'], 1, 'no board XX'],
  ])('refuses %j', async (args, code, message) => {
    const said = await console.run(...args);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.err).toContain(message);
    expect(said.err).not.toContain('    at ');
  });

  it('gives a token to those who exist', async () => {
    expect((await console.run('token', 'hanna.handlaggare-tn')).out).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await console.run('token', 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('hanna.handlaggare-tn') });
  });
});
