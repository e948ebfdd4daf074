import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Policy } from '#organisation';

/** The folder of Region Gotland, if it had decided otherwise what to promise; it goes when the tests of the file end. */
export function withOtherPolicies(decide: (own: Policy) => readonly object[]): string {
  const above = mkdtempSync(join(tmpdir(), 'synpunkter-'));
  afterAll(() => rmSync(above, { recursive: true }));
  const folder = join(above, 'organisation');
  cpSync(resolve('organisations/region-gotland'), folder, { recursive: true });
  const file = join(folder, 'policies.json');
  const [own] = JSON.parse(readFileSync(file, 'utf8')) as [Policy];
  writeFileSync(file, JSON.stringify(decide(own), null, 2));
  return folder;
}
