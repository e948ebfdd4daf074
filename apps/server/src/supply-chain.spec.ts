import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

interface Bom {
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version: string;
    readonly hashes?: readonly { readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const text = readFileSync('package-lock.json', 'utf8');
const locked = (JSON.parse(text) as { readonly packages: Readonly<Record<string, Locked>> }).packages;
const production = Object.entries(locked).filter(([path, { dev, link }]) => path !== '' && !dev && !link);
const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bill of materials', () => {
  const write = (name: string): string => {
    const file = join(folder, name);
    execFileSync(process.execPath, ['apps/server/sbom.mjs', 'package-lock.json', file]);
    return readFileSync(file, 'utf8');
  };

  it('lists what the lock file installs for production, with its hashes, and nothing else', () => {
    const { components } = JSON.parse(write('one.json')) as Bom;
    const listed = components.map(({ name, version, hashes }) => `${name}@${version} ${hashes?.[0]?.content ?? ''}`);
    const expected = production.map(([path, { version, integrity }]) => {
      const hash = integrity === undefined ? '' : Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
      return `${path.replace(/^.*node_modules\//, '').replace(/^apps\/server\/absent\//, '')}@${version ?? ''} ${hash}`;
    });
    expect(listed.sort()).toEqual(expected.sort());
  });

  it('says of each by what it is needed, back to the program itself', () => {
    const { components, dependencies } = JSON.parse(write('one.json')) as Bom;
    const reached = new Set<string>();
    const follow = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      dependencies.find((one) => one.ref === ref)?.dependsOn.forEach(follow);
    };
    follow(dependencies[0]?.ref ?? '');
    expect(components.map((one) => one['bom-ref']).filter((ref) => !reached.has(ref))).toEqual([]);
  });

  it('is the same each time', () => {
    expect(write('other.json')).toBe(write('one.json'));
  });
});

describe('what production installs', () => {
  const names = production.map(([path]) => path.replace(/^.*node_modules\//, ''));

  it('tells nobody of the installation', () => {
    expect(names.filter((name) => name.startsWith('@scarf/'))).toEqual([]);
  });

  it('runs a script at installation only where it is known what for', () => {
    const scripted = production.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace('node_modules/', ''));
    expect(scripted.sort()).toEqual(['better-sqlite3', 'protobufjs']);
  });

  it.each(['oidc-provider', 'smtp-server', 'mailparser'])('does without %s, which only the evaluation needs', (name) => {
    expect(locked[`node_modules/${name}`]).toMatchObject({ optional: true });
  });

  it('sends by one nodemailer', () => {
    expect(names.filter((name) => name === 'nodemailer')).toHaveLength(1);
  });

  it('names no host that packages come from', () => {
    expect(production.filter(([, { resolved }]) => resolved?.includes('://'))).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/(?:registry|npm)\./);
  });

  it('is held to hashes, but for what is part of the program', () => {
    expect(production.filter(([path, { integrity }]) => integrity === undefined && !path.startsWith('apps/'))).toEqual([]);
  });
});
