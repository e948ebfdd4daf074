import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '#test/a-program';
import { serverProgram } from '#test/a-server';

const folder = mkdtempSync(join(tmpdir(), 'synpunkter-'));
const other = createServer();
const at = (name: string): string => join(folder, name);
let taken: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  taken = (other.address() as AddressInfo).port;
  writeFileSync(at('file'), 'x');
  mkdirSync(at('key'));
  chmodSync(at('key'), 0o700);
  cpSync('organisations/region-gotland', at('people'), { recursive: true });
  writeFileSync(at('people/evaluation-people.json'), '[');
});
afterAll(() => {
  other.close();
  rmSync(folder, { recursive: true });
});

it.each<[string, () => Readonly<Record<string, string>>, RegExp]>([
  ['a port that another program has', () => ({ PORT: String(taken) }), /^Port \d+ is used by another program \(PORT\)\.$/],
  ['an address of another machine', () => ({ HOST: '192.0.2.1' }), /^192\.0\.2\.1 is no address of this machine \(HOST\)\.$/],
  ['a name of no machine', () => ({ HOST: 'nowhere.invalid' }), /^nowhere\.invalid is no name of any machine/],
  ['a port that is none', () => ({ PORT: '70000' }), /^The program cannot start with these settings:\n {2}PORT must be a port/],
  ['a file as its folder', () => ({ DATA_DIR: at('file') }), /should be a folder, and there is a file of that name\.$/],
  ['a folder in a file', () => ({ DATA_DIR: at('file/data') }), /is no folder, or lies in what is no folder\.$/],
  ['a folder as its key', () => ({ MASTER_KEY_FILE: at('key') }), /^the master key file .* is no file$/],
  ['an organisation that is not there', () => ({ ORGANISATION: at('none') }), /none\S* does not exist\.$/],
  ['people who are no JSON', () => ({ ORGANISATION: at('people') }), /^evaluation-people\.json must hold JSON$/],
])('who starts it with %s is told so, and sees nothing of its inside', async (_what, variables, said) => {
  const program = startProgram(serverProgram, {
    environment: { DATA_DIR: at('data'), EVALUATION: 'yes', PORT: '0', LOG_LEVEL: 'silent', ...variables() },
  });
  expect(await program.ended()).toBe(1);
  expect(program.output.trim()).toMatch(said);
  expect(program.output).not.toMatch(/\bat .+:\d+|\.[jt]s\b|node:|ERROR/);
});
