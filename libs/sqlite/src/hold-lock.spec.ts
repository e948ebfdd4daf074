import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { holdLock, Locked } from '#sqlite';

const folder = mkdtempSync(join(tmpdir(), 'synpunkter-lock-'));
const file = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true }));

const library = pathToFileURL(join(process.cwd(), 'dist/libs/sqlite/src/index.js')).href;
const inAnotherProcess = async (work: string): Promise<string> => {
  const program = `import { holdLock } from '${library}'; try { ${work} } catch (error) { console.log(error.constructor.name); }`;
  return (await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])).stdout.trim();
};

it('lets many share it, and whoever wants it alone waits until all have let go', () => {
  const [one, other] = [holdLock(file, 'shared'), holdLock(file, 'shared')];
  expect(() => holdLock(file, 'alone')).toThrow(Locked);
  one.release();
  expect(() => holdLock(file, 'alone')).toThrow(Locked);
  other.release();
  const alone = holdLock(file, 'alone');
  expect(() => holdLock(file, 'shared')).toThrow(Locked);
  alone.release();
});

it('holds between processes, and ends with the process that held it', async () => {
  const alone = holdLock(file, 'alone');
  expect(await inAnotherProcess(`holdLock('${file}', 'shared');`)).toBe('Locked');
  alone.release();
  expect(await inAnotherProcess(`holdLock('${file}', 'alone'); process.kill(process.pid, 'SIGKILL');`).catch(() => 'killed')).toBe(
    'killed',
  );
  holdLock(file, 'alone').release();
});
