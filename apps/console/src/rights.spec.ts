import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aConsole, aFolder } from '#test/a-console';
import { mergedFiles } from '#test/reorganised';

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
    const { out } = await console.run('revoke', 'officer', 'anna@region.example');
    expect(out).toContain('no role\nRights of the same person that were granted to the other name (subject or e-mail)');
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

  it('keeps the last administrator, and lets two who take the role from each other at once not both succeed', async () => {
    const [one, other] = ['amira@region.example', 'bo@region.example'];
    const revoke = (who: string) => console.run('revoke', 'administrator', who);
    await console.run('grant', 'administrator', one);
    expect(await revoke(one)).toEqual({ code: 1, out: '', err: expect.stringContaining(`${one} is the last administrator`) });
    expect((await console.run('revoke', 'administrator', 'nobody@region.example')).code).toBe(0);
    await console.run('grant', 'administrator', other);
    const both = await Promise.all([revoke(one), revoke(other)]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect([(await revoke(one)).code, (await revoke(other)).code].sort()).toEqual([0, 1]);
  });

  it('gives a token to those who exist', async () => {
    expect((await console.run('token', 'hanna.handlaggare-tn')).out).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await console.run('token', 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('hanna.handlaggare-tn') });
  });
});

describe('where boards are reorganised', () => {
  const place = aFolder();
  const told = async (lastDay: string) => {
    const folder = join(place, lastDay);
    mkdirSync(folder);
    for (const [name, text] of Object.entries(mergedFiles(lastDay))) writeFileSync(join(folder, name), text);
    const there = console.at(join(folder, 'data'));
    return { there, said: await there.run('organisation', 'import', folder) };
  };
  const grant = (...boards: string[]) => ['grant', 'officer', ...boards.flatMap((board) => ['--board', board]), 'bo@region.example'];

  it('says, for a board that has ended, which board has its cases, and still takes a role there away', async () => {
    const { there, said } = await told('2020-12-31');
    expect(said.out).toContain('TN ends on 2020-12-31. SBN has now its open cases; roles at TN end with it, so grant them at SBN.\n');
    expect(await there.run(...grant('TN'))).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('TN ended on 2020-12-31. SBN has its cases: name that board.'),
    });
    expect(await there.run(...grant('SBN'))).toMatchObject({ code: 0, out: expect.stringContaining('officer for SBN\n') });
    expect(await there.run('revoke', 'officer', '--board', 'TN', 'bo@region.example')).toMatchObject({ code: 0 });
  });

  it('says, for a board that will end, where the role is needed then', async () => {
    const { there, said } = await told('2058-12-31');
    expect(said.out).toContain('MBN ends on 2058-12-31. From 2059-01-01 SBN has its open cases');
    const { code, out } = await there.run(...grant('MBN', 'SBN'));
    expect([code, out]).toEqual([0, expect.stringContaining('officer for MBN, SBN\n')]);
    expect(out).toContain(
      'MBN ends on 2058-12-31, and roles at it end with it. From the next day SBN has its cases: grant the role there too.',
    );
  });
});
