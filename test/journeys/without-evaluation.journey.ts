import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '#test/a-program';

/** The program as an installation without some packages has it: everything else is led back to what was built. */
function installedWithout(...missing: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-installed-'));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((one) => !missing.includes(one)))
    symlinkSync(join(process.cwd(), 'node_modules', name), join(folder, 'node_modules', name));
  for (const name of ['dist', 'package.json', 'event-schemas', 'organisations', 'apps', 'libs'])
    symlinkSync(join(process.cwd(), name), join(folder, name));
  return folder;
}

it.each([
  [['oidc-provider'], {}, 'EVALUATION needs oidc-provider'],
  [['oidc-provider', 'smtp-server', 'mailparser'], {}, 'EVALUATION needs oidc-provider, smtp-server, mailparser'],
  [['oidc-provider', 'smtp-server', 'mailparser'], { SMTP_URL: 'smtp://127.0.0.1:2525' }, 'EVALUATION needs oidc-provider, left out'],
])('an evaluation that was installed without %j says so at its start', async (missing, more, said) => {
  const folder = installedWithout(...missing);
  const program = startProgram(join(folder, 'dist/apps/server/src/main.js'), {
    environment: {
      ...more,
      DATA_DIR: join(folder, 'data'),
      EVALUATION: 'yes',
      PORT: '0',
      NODE_OPTIONS: '--preserve-symlinks --preserve-symlinks-main',
    },
  });
  expect(await program.ended()).toBe(1);
  expect(program.output).toContain(said);
  expect(program.output).not.toMatch(/\bat .+:\d+/);
  rmSync(folder, { recursive: true });
});
