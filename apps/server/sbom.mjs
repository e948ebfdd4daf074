// Writes what a production installation consists of, from the lock file alone, as CycloneDX 1.6: node sbom.mjs <package-lock.json> <file>
// The same lock file gives the same bytes, so that two builds can be compared: no time and no random number stand in it.
import { readFileSync, writeFileSync } from 'node:fs';

const [lockFile, target] = process.argv.slice(2);
const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
const { '': root, ...others } = packages;

/** What is installed without development, with what is optional; a link leads to what is listed under its own path. */
const all = Object.entries(others)
  .filter(([, { dev, link }]) => !dev && !link)
  .sort(([one], [other]) => (one < other ? -1 : 1));

const nameOf = (path) => packages[path].name ?? path.replace(/^.*(?:node_modules|absent)\//, '');
const purlOf = (path) => `pkg:npm/${encodeURIComponent(nameOf(path)).replace('%2F', '/')}@${packages[path].version}`;
/** Two copies of one version at two paths are one component each. */
const refOf = (path) => `${purlOf(path)}#${path}`;

/** Where Node finds what a package names: in a folder of its own, or beside it or one of those that it lies in. */
function found(from, name) {
  const folders = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, parts.length - index).join('/node_modules/'));
  const places = [...folders.filter(Boolean).map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
  const path = places.find((place) => packages[place]);
  return packages[path]?.link ? packages[path].resolved : path;
}

const dependsOn = (path, { dependencies = {}, optionalDependencies = {}, peerDependencies = {} }) =>
  Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    .map((name) => found(path, name))
    .filter((one) => one !== undefined && all.some(([listed]) => listed === one))
    .map(refOf)
    .sort();

const licenseOf = (license) =>
  license === undefined
    ? {}
    : { licenses: [/ (?:OR|AND|WITH) |^\(/.test(license) ? { expression: license } : { license: { name: license } }] };
const hashesOf = (integrity) => {
  const hashes = (integrity ?? '').split(' ').map((one) => /^sha(\d+)-(.+)$/.exec(one));
  const known = hashes
    .filter(Boolean)
    .map(([, bits, value]) => ({ alg: `SHA-${bits}`, content: Buffer.from(value, 'base64').toString('hex') }));
  return known.length > 0 ? { hashes: known } : {};
};

const self = `pkg:npm/${root.name}@${root.version}`;
const sbom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: { type: 'application', 'bom-ref': self, name: root.name, version: root.version, purl: self, ...licenseOf(root.license) },
  },
  components: all.map(([path, { version, optional, devOptional, integrity, license }]) => ({
    type: 'library',
    'bom-ref': refOf(path),
    name: nameOf(path),
    version,
    purl: purlOf(path),
    scope: optional || devOptional ? 'optional' : 'required',
    ...hashesOf(integrity),
    ...licenseOf(license),
  })),
  dependencies: [
    { ref: self, dependsOn: dependsOn('', { ...root, peerDependencies: {} }) },
    ...all.map(([path, about]) => ({ ref: refOf(path), dependsOn: dependsOn(path, about) })),
  ],
};
writeFileSync(target, `${JSON.stringify(sbom, null, 2)}\n`);
