import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readSettings } from '#settings';

interface Service {
  readonly build?: string;
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8')) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, object>>;
};
const all = Object.entries(services);
const environmentOf = (name: string): Readonly<Record<string, string>> => services[name]?.environment ?? {};

/** Of KurrentDB 26.0, from its page on configuration; `Kestrel__…` are those of the web server inside it. */
const documented = [
  'KURRENTDB_INSECURE',
  'KURRENTDB_CLUSTER_SIZE',
  'KURRENTDB_RUN_PROJECTIONS',
  'KURRENTDB_SECONDARY_INDEXING__ENABLED',
  'KURRENTDB_TELEMETRY_OPTOUT',
  'Kestrel__Limits__Http2__MaxStreamsPerConnection',
];

describe('docker-compose.yml', () => {
  it('gives the program settings that it knows and accepts', () => {
    const known = readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z_]*)=/gm);
    const names = new Set([...known].map(([, name]) => name));
    const environment = environmentOf('synpunkter');
    expect(Object.keys(environment).filter((name) => !names.has(name))).toEqual([]);
    expect(readSettings(environment, '/app')).toMatchObject({
      evaluation: true,
      eventStoreUrl: environment['EVENTSTORE_URL'],
      publicUrl: environment['PUBLIC_URL'],
    });
  });

  it('gives the store options that it documents', () => {
    expect(Object.keys(environmentOf('kurrentdb')).filter((name) => !documented.includes(name))).toEqual([]);
  });

  it.each(all)('publishes %s on the loopback address only', (_name, { ports = [] }) => {
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it.each(all)('keeps the data of %s in volumes that are declared', (_name, { volumes: mounted = [] }) => {
    expect(mounted.map((volume) => volume.split(':')[0]).filter((name = '') => !(name in volumes))).toEqual([]);
  });

  it.each(all)('pins what %s is made of', (_name, { build, image }) => {
    expect(build ?? image).toMatch(build === undefined ? /:v?\d+\.\d+(\.\d+)?$/ : /^\.$/);
  });

  it.each(all)('starts %s after services that there are, and that can say when they are well', (_name, { depends_on = {} }) => {
    const missing = Object.entries(depends_on).filter(([needed, { condition }]) => {
      const service = services[needed];
      return !service || (condition === 'service_healthy' && !service.healthcheck?.test.length);
    });
    expect(missing).toEqual([]);
  });
});
