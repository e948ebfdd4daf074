/** Who may import whom. A library is entered only through its index.ts; writing never imports reading, reading never writing. */
const mayImport = {
  settings: [],
  sqlite: [],
  promises: [],
  organisation: ['promises'],
  cases: ['promises', 'organisation'],
  keys: ['sqlite'],
  'event-log': ['sqlite', 'keys'],
  processors: ['event-log', 'sqlite'],
  inspection: ['cases', 'event-log', 'identity', 'keys', 'organisation', 'promises', 'sqlite'],
  commands: ['cases', 'organisation', 'promises', 'event-log', 'keys'],
  ledger: ['cases', 'notices', 'promises', 'event-log'],
  views: ['cases', 'ledger', 'organisation', 'promises', 'event-log', 'processors', 'sqlite', 'keys'],
  notices: ['cases', 'organisation', 'event-log'],
  reactions: ['cases', 'commands', 'ledger', 'organisation', 'notices', 'promises', 'event-log', 'processors', 'sqlite'],
  mailer: ['event-log', 'keys', 'notices', 'processors', 'promises', 'sqlite'],
  identity: ['cases', 'event-log', 'keys', 'processors', 'sqlite'],
  node: [
    'cases',
    'commands',
    'event-log',
    'identity',
    'keys',
    'ledger',
    'mailer',
    'notices',
    'organisation',
    'processors',
    'promises',
    'reactions',
    'settings',
    'sqlite',
    'views',
  ],
};

const lib = (name) => `^libs/${name}/`;
const production = { pathNot: ['\\.(spec|contract|proof)\\.ts$'] };
const onlyIn = (name, owners, path) => ({
  name,
  severity: 'error',
  from: { pathNot: [...owners.map(lib), '^test/'] },
  to: { path },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'everything-resolves',
      comment: 'Without it every rule below passes hollow.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'apps-stay-apart', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'libs-never-look-up', severity: 'error', from: { path: '^libs/', ...production }, to: { path: '^(apps|test)/' } },
    {
      name: 'through-the-front-door',
      severity: 'error',
      from: { path: '^(?:apps|libs|test)/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '/src/index\\.ts$'] },
    },
    { name: 'every-lib-is-in-the-table', severity: 'error', from: { path: '^libs/', pathNot: Object.keys(mayImport).map(lib) }, to: {} },
    ...Object.entries(mayImport).map(([name, allowed]) => ({
      name: `${name}-imports`,
      severity: 'error',
      from: { path: lib(name), ...production },
      to: { path: '^libs/', pathNot: [name, ...allowed].map(lib) },
    })),
    ...['cases', 'promises'].map((name) => ({
      name: `${name}-is-pure`,
      severity: 'error',
      from: { path: lib(name), ...production },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: 'node_modules/temporal-polyfill/' },
    })),
    onlyIn('only-mailer-sends', ['mailer'], 'node_modules/nodemailer/'),
    onlyIn('only-event-log-knows-the-store', ['event-log'], 'node_modules/@eventstore/'),
    onlyIn('only-sqlite-opens-files', ['sqlite'], 'node_modules/better-sqlite3/'),
    {
      name: 'loaded-when-needed',
      comment: 'A start would wait for each of these, and most starts end without it. Requests have rules.ts.',
      severity: 'error',
      from: { pathNot: ['\\.spec\\.ts$', '^test/', '/lying-issuer\\.ts$'] },
      to: {
        path: 'node_modules/(@nestjs/swagger/|mailparser/|jose/|openid-client/|class-validator/(types|cjs)/index)',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    onlyIn('only-identity-knows-openid', ['identity'], 'node_modules/(openid-client|oidc-provider|jose)/'),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
