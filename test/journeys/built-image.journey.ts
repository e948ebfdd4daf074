import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startProgram } from '#test/a-program';
import { aServer } from '#test/a-server';

// The other tests run what `tsc` compiled, all of it. A clone and the image run what `npm run build` makes of the two programs.
const folder = mkdtempSync(join(tmpdir(), 'synpunkter-image-'));
const [built, image] = [join(folder, 'built'), join(folder, 'image')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the stages of the Dockerfile copy from the clone, in order. */
const [copiedToBuild = [], copiedToImage = []] = readFileSync('Dockerfile', 'utf8')
  .split(/^FROM /m)
  .slice(1)
  .map((stage) =>
    [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' ')).filter((source) => source !== ''),
  );

function place(sources: readonly string[], target: string): void {
  for (const source of sources) {
    mkdirSync(dirname(join(target, source)), { recursive: true });
    cpSync(source, join(target, source), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(target, 'node_modules'));
}

beforeAll(async () => {
  place(copiedToBuild, built);
  await promisify(execFile)('npm', ['run', 'build'], { cwd: built });
  place(copiedToImage, image);
  cpSync(join(built, 'dist'), join(image, 'dist'), { recursive: true });
}, 180_000);

it('holds a server that starts and takes in', async () => {
  const server = await aServer({ program: join(image, 'dist/apps/server/src/main.js') });
  await server.start();
  const body = JSON.stringify({ kind: 'fraga', language: 'sv', text: 'När plogas Söderväg?' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.address}/api/v1/submissions`, { method: 'POST', headers, body });
  expect([answer.status, (await fetch(`${server.address}/`)).status]).toEqual([201, 200]);
  await server.remove();
});

it('holds a console that works', async () => {
  const console = startProgram(join(image, 'dist/apps/console/src/main.js'), { args: ['--help'] });
  expect([await console.ended(), console.output]).toEqual([0, expect.stringContaining('promises due')]);
});
