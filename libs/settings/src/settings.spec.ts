import { readFileSync } from 'node:fs';
import { BadSettings, readSettings } from '#settings';

const root = '/srv/synpunkter';
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://synpunkter.example.se/',
  MASTER_KEY_FILE: '/etc/synpunkter/master.key',
  SMTP_URL: 'smtp://us%40er:secret@relay.example.se:587',
  MAIL_FROM: 'Region Gotland <synpunkter@example.se>',
  MAIL_REPLY_TO: 'registrator@example.se',
  OIDC_ISSUER: 'https://login.example.se',
  OIDC_CLIENT_ID: 'synpunkter',
};
const complaintsAbout = (variables: Record<string, string>): string => {
  try {
    readSettings(variables, root);
  } catch (error) {
    if (error instanceof BadSettings) return error.message;
    throw error;
  }
  return '';
};

describe('the settings', () => {
  it('are those of an evaluation where nothing is set', () => {
    expect(readSettings({}, root)).toMatchObject({
      evaluation: true,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: `${root}/data`,
      masterKeyFile: `${root}/data/keys/master.key`,
      openId: undefined,
      smtp: undefined,
    });
  });

  it('of production are read as a whole', () => {
    expect(readSettings(production, root)).toMatchObject({
      evaluation: false,
      publicUrl: 'https://synpunkter.example.se',
      smtp: { host: 'relay.example.se', port: 587, secure: false, requireTLS: true, auth: { user: 'us@er', pass: 'secret' } },
      openId: { issuer: 'https://login.example.se', clientId: 'synpunkter', audience: 'synpunkter-api' },
    });
  });

  it('say how many connections the relay allows', () => {
    const { smtp } = readSettings({ ...production, SMTP_URL: 'smtp://relay.example.se?connections=3' }, root);
    expect(smtp).toMatchObject({ host: 'relay.example.se', connections: 3, requireTLS: true });
  });

  it('name everything that production lacks at once', () => {
    const complaints = complaintsAbout({ NODE_ENV: 'production' });
    for (const name of Object.keys(production).slice(1)) expect(complaints).toContain(`${name} is required`);
  });

  it.each([
    ['evaluation in production', { ...production, EVALUATION: 'yes' }, 'EVALUATION is refused with NODE_ENV=production'],
    ['a master key beside what it locks', { ...production, MASTER_KEY_FILE: `${root}/data/key` }, 'MASTER_KEY_FILE must lie outside'],
    ['no rate limits in production', { ...production, RATE_LIMITS: 'off' }, 'RATE_LIMITS may be off only in evaluation'],
    ['mail to one mailbox without end', { MAIL_PER_ADDRESS: '101' }, 'MAIL_PER_ADDRESS must be a whole number, 1 to 100'],
    ['mail to one domain without end', { MAIL_PER_DOMAIN: '1e9' }, 'MAIL_PER_DOMAIN must be a whole number, 1 to 10,000'],
    ['mail to everybody without end', { MAIL_PER_HOUR: '100001' }, 'MAIL_PER_HOUR must be a whole number, 1 to 100,000'],
    ['a port that is none', { PORT: '70000' }, 'PORT must be a port'],
    ['a relay that is none', { SMTP_URL: 'relay.example.se', EVALUATION: 'yes' }, 'SMTP_URL must look like'],
    ['no connection to the relay', { SMTP_URL: 'smtp://relay.example.se?connections=0', EVALUATION: 'yes' }, 'SMTP_URL must name 1 to 50'],
    ['an address that is none', { PUBLIC_URL: 'synpunkter', EVALUATION: 'yes' }, 'PUBLIC_URL must be an http or https address'],
    ['http in production', { ...production, PUBLIC_URL: 'http://synpunkter.example.se' }, 'PUBLIC_URL must begin with https'],
    [
      'http in production, though it be this machine',
      { ...production, PUBLIC_URL: 'http://127.0.0.1:3000' },
      'PUBLIC_URL must begin with https',
    ],
    ['an issuer by http', { ...production, OIDC_ISSUER: 'http://login.example.se' }, 'OIDC_ISSUER must begin with https'],
    ['an address with a path', { ...production, PUBLIC_URL: 'https://example.se/synpunkter' }, 'PUBLIC_URL must have no path'],
    ['an address with a user', { ...production, PUBLIC_URL: 'https://a:b@example.se' }, 'PUBLIC_URL must be an http or https address'],
    ['an address with a query', { ...production, PUBLIC_URL: 'https://example.se?x' }, 'PUBLIC_URL must be an http or https address'],
    ['an address of two lines', { ...production, PUBLIC_URL: 'https://exa\r\nmple.se' }, 'PUBLIC_URL must be one line'],
    ['a relay by the port of another service', { ...production, SMTP_URL: 'smtp://10.0.0.1:22' }, 'SMTP_URL names port 22'],
    ['a relay by a port of the web', { ...production, SMTP_URL: 'smtps://relay.example.se:443' }, 'SMTP_URL names port 443'],
    ['a relay of two lines', { ...production, SMTP_URL: 'smtp://relay\r\n.example.se' }, 'SMTP_URL must be one line'],
    ['a relay with a path', { ...production, SMTP_URL: 'smtp://relay.example.se/x' }, 'SMTP_URL must look like'],
    [
      'a relay with an option that it does not know',
      { ...production, SMTP_URL: 'smtp://relay.example.se?tsl=optional' },
      'SMTP_URL knows tls',
    ],
    ['a relay with TLS set to something else', { ...production, SMTP_URL: 'smtp://relay.example.se?tls=no' }, 'SMTP_URL knows no tls but'],
    ['the client id as audience', { ...production, OIDC_AUDIENCE: 'synpunkter' }, 'OIDC_AUDIENCE must differ'],
    ['an age that is none', { ...production, OIDC_MAX_AGE: '8h' }, 'OIDC_MAX_AGE must be seconds'],
    ['a proxy that is none', { ...production, TRUSTED_PROXIES: '10.0.0.1, proxy' }, 'TRUSTED_PROXIES must be addresses'],
    ['a network of all there is', { ...production, TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES must be addresses'],
    ['another of all there is', { ...production, TRUSTED_PROXIES: '10.0.0.7,::/0' }, 'TRUSTED_PROXIES must be addresses'],
    ['a network that is none', { ...production, TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES must be addresses'],
    ['one key for two doors', { ...production, LOOKUP_KEY_FILE: '/run/a.key', SESSION_KEY_FILE: '/run/a.key' }, 'must all differ'],
    ['a choice that is none', { EVALUATION: 'maybe' }, 'EVALUATION must be one of yes, no'],
  ])('refuse %s', (_what, variables, complaint) => {
    expect(complaintsAbout(variables)).toContain(complaint);
  });

  it.each([
    'Region Gotland <synpunkter@example.se>\r\nBcc: x@example.se',
    'Region\nGotland <synpunkter@example.se>',
    '<b>Region Gotland</b> <synpunkter@example.se>',
    'Region Gotland <script> <synpunkter@example.se>',
    'Region Gotland <synpunkter@example.se>, x@example.se',
    'synpunkter@example.se, x@example.se',
    'synpunkter@example.se <x@example.se>',
    'Region: <synpunkter@example.se>;',
    'Region Gotland',
    'synpunkter@',
    'synpunkter@localhost',
    'synpunkter@exämple.se',
    'synpunkter@example',
    'synpunkter@example.123',
    'syn..punkter@example.se',
    'syn punkter@example.se',
    '"a b"@example.se',
    `${'a'.repeat(65)}@example.se`,
  ])('refuse %j as the sender or whom to reply to', (mailbox) => {
    expect(complaintsAbout({ ...production, MAIL_FROM: mailbox })).toContain('MAIL_FROM must');
    expect(complaintsAbout({ ...production, MAIL_REPLY_TO: mailbox })).toContain('MAIL_REPLY_TO must');
  });

  it.each([
    'synpunkter@example.se',
    '<synpunkter@example.se>',
    '"Region Gotland" <synpunkter@example.se>',
    'Åsö & Ö (kommun) <a.b+c@xn--exmple-cua.se>',
  ])('take %j as the sender', (mailbox) => {
    expect(readSettings({ ...production, MAIL_FROM: mailbox }, root).mail.from).toBe(mailbox);
  });

  it.each([
    ['SMTP_URI', 'SMTP_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['PUBLIC_ULR', 'PUBLIC_URL'],
    ['public_url', 'PUBLIC_URL'],
    ['MASTERKEY_FILE', 'MASTER_KEY_FILE'],
    ['MASTER_KEY_FLIE', 'MASTER_KEY_FILE'],
    ['TRUSTED_PROXY', undefined],
    ['RATE_LIMIT', 'RATE_LIMITS'],
    ['EVALUTION', 'EVALUATION'],
    ['OIDC_SECRET', undefined],
    ['SMTP_PASSWORD', undefined],
    ['SYNPUNKTER_DATA', undefined],
  ])('refuse %s, which nobody would hear', (name, like) => {
    const said = like === undefined ? `${name} is no setting` : `${name} is no setting; ${like} was meant`;
    expect(complaintsAbout({ ...production, [name]: 'x' })).toContain(said);
  });

  it('leave alone what others keep in the environment', () => {
    const others = [
      ...['HOME', 'HOSTNAME', 'HOSTTYPE', 'PWD', 'OLDPWD', 'PATH', 'USER', 'LOGNAME', 'LANG', 'TZ', 'SHLVL', 'MAIL', 'MAILCHECK', '_'],
      ...['NODE_OPTIONS', 'NODE_PATH', 'NODE_EXTRA_CA_CERTS', 'NODE_VERSION', 'YARN_VERSION', 'INIT_CWD', 'npm_config_cache', 'PORTS'],
      ...[
        'KUBERNETES_SERVICE_HOST',
        'SYNPUNKTER_SERVICE_HOST',
        'SYNPUNKTER_PORT_3000_TCP_ADDR',
        'SMTP_PORT',
        'EVENTSTORE_SERVICE_PORT_HTTP',
      ],
      ...[
        'XDG_DATA_DIRS',
        'LS_COLORS',
        'http_proxy',
        'no_proxy',
        'SSL_CERT_FILE',
        'DEBIAN_FRONTEND',
        'container',
        'INVOCATION_ID',
        'CREDENTIALS_DIRECTORY',
      ],
    ];
    expect(complaintsAbout({ ...production, ...Object.fromEntries(others.map((name) => [name, 'x'])) })).toBe('');
  });

  it('are all those that .env.example lists', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(([, name = '']) => name);
    const read = new Set<string>();
    const noting = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)), ownKeys: () => [] });
    readSettings(noting, root);
    expect(listed.sort()).toEqual([...read].sort());
  });

  it('say how strong a login must be, and how fresh', () => {
    const { openId } = readSettings({ ...production, OIDC_ACCEPTED_ACR: 'loa3, loa4', OIDC_MAX_AGE: '900' }, root);
    expect(openId).toMatchObject({ acceptedAcr: ['loa3', 'loa4'], maxAge: 900 });
  });

  it('are not those of an evaluation where others can reach it', () => {
    expect(complaintsAbout({ HOST: '0.0.0.0' })).toContain('OIDC_ISSUER is required');
  });
});
