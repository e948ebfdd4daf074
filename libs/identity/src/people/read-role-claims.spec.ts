import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidRoleClaims, readRoleClaims } from './read-role-claims.js';

const folderWith = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-'));
  writeFileSync(join(folder, 'role-claims.json'), text);
  return folder;
};

describe('role-claims.json', () => {
  it('gives each group a role', () => {
    const text =
      '{"claim": "groups", "grants": {"tn": {"role": "officer", "boards": ["TN"]}, "audit": {"role": "auditor", "boards": "all"}}}';
    expect(readRoleClaims(folderWith(text))).toEqual({
      claim: 'groups',
      grants: { tn: { role: 'officer', boards: ['TN'] }, audit: { role: 'auditor', boards: 'all' } },
    });
  });

  it('may be missing', () => {
    expect(readRoleClaims(mkdtempSync(join(tmpdir(), 'synpunkter-')))).toBeUndefined();
  });

  it.each([
    ['{', 'is not JSON'],
    ['{"grants": {}}', 'claim: must name'],
    ['{"claim": "groups", "grants": {"tn": {"role": "king", "boards": "all"}}}', 'grants.tn.role: must be one of'],
    ['{"claim": "groups", "grants": {"tn": {"role": "officer", "boards": "TN"}}}', 'grants.tn.boards: must be'],
  ])('is refused as %s', (text, complaint) => {
    const read = () => readRoleClaims(folderWith(text));
    expect(read).toThrow(InvalidRoleClaims);
    expect(read).toThrow(complaint);
  });
});
