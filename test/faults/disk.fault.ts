import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import { aServer, type AServer } from '#test/a-server';
import { anApi, apiOf } from '#test/an-api';
import { aSynpunkt, created, listOf, type Receipt } from '#test/an-authority';
import { eventually } from '#test/eventually';

jest.setTimeout(120_000);

/** A file system of so many MiB of its own; undefined where we may not make one. */
function smallDisk(size: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk(24);

afterAll(() => {
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

(disk === undefined ? describe.skip : describe)('a disk that is full', () => {
  const folder = join(disk ?? '', 'data');
  const ballast = join(disk ?? '', 'ballast');
  let server: AServer;
  const receipts = new Map<string, Receipt>();

  beforeAll(async () => {
    server = await aServer({ dataFolder: folder });
    await server.start();
  });
  afterAll(() => server.remove());

  const submit = async (key: string) => {
    const answer = await anApi(server).post('/submissions', { ...aSynpunkt, text: 'Snö. '.repeat(2_000) }, { 'idempotency-key': key });
    if (answer.status === 201) receipts.set(key, created(answer));
    return answer;
  };

  it('makes the server say that it can take nothing in now, and when to try again; it does not end', async () => {
    expect((await submit('before')).status).toBe(201);
    fill(ballast);
    for (let number = 0; ; number++) {
      const { status, body, headers, text } = await submit(`while-${number}`);
      if (status === 201 && number < 500) continue;
      expect({ status, text }).toEqual({ status: 503, text: expect.any(String) });
      expect(body.type).toBe('urn:synpunkter:problem:unavailable');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      break;
    }
    expect(server.running).toBe(true);
    expect((await request(server.address).get('/health/live')).status).toBe(200);
  });

  it('and when there is room again it is well by itself, with everything that it said yes to, once', async () => {
    rmSync(ballast);
    await eventually(async () => (await submit('after')).status === 201);
    await eventually(async () => (await request(server.address).get('/health/ready')).status === 200);
    const karin = await apiOf(server, 'karin.kundtjanst'); // reads what is in triage, too
    const listed = await eventually(async () => {
      const all = await listOf(karin);
      return all.length === receipts.size && all.every(({ diaryNumbers }) => diaryNumbers.length === 1) && all;
    });
    expect(listed.map(({ reference }) => reference).sort()).toEqual([...receipts.values()].map(({ reference }) => reference).sort());
    expect(new Set(listed.flatMap(({ diaryNumbers }) => diaryNumbers)).size).toBe(receipts.size);
  });
});

/** Writes until nothing more goes in. */
function fill(file: string): void {
  for (let size = 1_048_576; size >= 4096; size /= 2) {
    for (;;) {
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}
