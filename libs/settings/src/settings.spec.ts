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
      openId: { issuer: 'https://login.example.se', clientId: 'synpunkter', audience: 'synpunkter' },
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
    ['a port that is none', { PORT: '70000' }, 'PORT must be a port'],
    ['a relay that is none', { SMTP_URL: 'relay.example.se', EVALUATION: 'yes' }, 'SMTP_URL must look like'],
    ['no connection to the relay', { SMTP_URL: 'smtp://relay.example.se?connections=0', EVALUATION: 'yes' }, 'SMTP_URL must name 1 to 50'],
    ['an address that is none', { PUBLIC_URL: 'synpunkter', EVALUATION: 'yes' }, 'PUBLIC_URL must be an http or https address'],
    ['a choice that is none', { EVALUATION: 'maybe' }, 'EVALUATION must be one of yes, no'],
  ])('refuse %s', (_what, variables, complaint) => {
    expect(complaintsAbout(variables)).toContain(complaint);
  });

  it('are not those of an evaluation where others can reach it', () => {
    expect(complaintsAbout({ HOST: '0.0.0.0' })).toContain('OIDC_ISSUER is required');
  });
});
