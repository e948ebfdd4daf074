import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { Environment, type Variables } from './environment.js';

/** Everything that is set from outside, read once. Documented in docs/operating.md and .env.example. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Absolute, without a slash at the end. All links are made from it, never from a request. */
  readonly publicUrl: string;
  readonly production: boolean;
  /** The mailbox, the people and the generated cases are part of the program. */
  readonly evaluation: boolean;
  readonly dataDir: string;
  readonly keysDir: string;
  readonly masterKeyFile: string;
  readonly eventStoreUrl: string | undefined;
  readonly organisation: string;
  /** Names this process among those that share a log; the same after a restart. */
  readonly node: string;
  readonly smtp: SmtpSettings | undefined;
  readonly mail: { readonly from: string; readonly replyTo: string };
  readonly openId: OpenIdSettings | undefined;
  readonly trustedProxies: readonly string[];
  readonly rateLimits: boolean;
  readonly logLevel: string;
}

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  /** How many connections to use at once; undefined is as many as usual. */
  readonly connections?: number;
  readonly auth?: { readonly user: string; readonly pass: string };
}

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly audience: string;
  /** Another origin where this program reaches the issuer. */
  readonly reachAt?: string;
}

/**
 * Reads and checks the environment as a whole.
 * @throws BadSettings with every complaint at once, so that nobody mends them one start at a time
 */
export function readSettings(variables: Variables, root: string): Settings {
  const env = new Environment(variables);
  const production = env.text('NODE_ENV', 'development') === 'production';
  const host = env.text('HOST', '127.0.0.1');
  const port = env.port('PORT', 3000);
  const evaluation = readEvaluation(env, { production, host });
  const needed = production || !evaluation;
  const dataDir = resolve(env.text('DATA_DIR', join(root, 'data')));
  const keysDir = resolve(env.text('KEYS_DIR', join(dataDir, 'keys')));

  const settings: Settings = {
    host,
    port,
    publicUrl: env.url('PUBLIC_URL', needed ? undefined : `http://127.0.0.1:${port}`),
    production,
    evaluation,
    dataDir,
    keysDir,
    masterKeyFile: resolve(env.text('MASTER_KEY_FILE', needed ? undefined : join(keysDir, 'master.key'))),
    eventStoreUrl: env.optional('EVENTSTORE_URL'),
    organisation: resolve(root, env.text('ORGANISATION', 'organisations/region-gotland')),
    node: env.text('NODE_NAME', `${hostname()}:${port}`),
    smtp: readSmtp(env, needed),
    mail: {
      from: env.text('MAIL_FROM', needed ? undefined : 'Region Gotland <synpunkter@localhost>'),
      replyTo: env.text('MAIL_REPLY_TO', needed ? undefined : 'synpunkter@localhost'),
    },
    openId: readOpenId(env, needed),
    trustedProxies: env.list('TRUSTED_PROXIES'),
    rateLimits: env.choice('RATE_LIMITS', ['on', 'off'], 'on') === 'on',
    logLevel: env.choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  };
  if (!settings.rateLimits && !evaluation) env.complain('RATE_LIMITS', 'may be off only in evaluation');
  if (needed && isWithin(settings.masterKeyFile, [dataDir, keysDir])) {
    env.complain('MASTER_KEY_FILE', 'must lie outside DATA_DIR and KEYS_DIR, so that one copy does not take both');
  }
  env.finish();
  return settings;
}

const loopback = ['127.0.0.1', 'localhost', '::1'];
const configures = ['OIDC_ISSUER', 'SMTP_URL', 'EVENTSTORE_URL', 'PUBLIC_URL'];

/** The default is evaluation where nothing is configured and only this machine can reach it. */
function readEvaluation(env: Environment, { production, host }: { production: boolean; host: string }): boolean {
  const untouched = loopback.includes(host) && configures.every((name) => env.optional(name) === undefined);
  const chosen = env.choice('EVALUATION', ['yes', 'no'], !production && untouched ? 'yes' : 'no') === 'yes';
  if (chosen && production) env.complain('EVALUATION', 'is refused with NODE_ENV=production');
  return chosen;
}

function readSmtp(env: Environment, needed: boolean): SmtpSettings | undefined {
  const value = needed ? env.text('SMTP_URL', undefined) : env.optional('SMTP_URL');
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol)) {
    env.complain('SMTP_URL', 'must look like smtp://user:password@relay.example:587 or smtps://…');
    return undefined;
  }
  return relayOf(url, connectionsOf(url, env));
}

/** As many as usual where the address does not say. */
function connectionsOf({ searchParams }: URL, env: Environment): Pick<SmtpSettings, 'connections'> {
  const said = searchParams.get('connections');
  if (said === null) return {};
  const connections = Number(said);
  if (!Number.isInteger(connections) || connections < 1 || connections > 50)
    env.complain('SMTP_URL', 'must name 1 to 50 connections, as in ?connections=4');
  return { connections };
}

function relayOf(url: URL, connections: Pick<SmtpSettings, 'connections'>): SmtpSettings {
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 25)),
    secure,
    requireTLS: url.searchParams.get('tls') !== 'optional' && !loopback.includes(url.hostname),
    ...connections,
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
  };
}

function readOpenId(env: Environment, needed: boolean): OpenIdSettings | undefined {
  if (!needed && env.optional('OIDC_ISSUER') === undefined) return undefined;
  const issuer = env.url('OIDC_ISSUER', undefined);
  return {
    issuer,
    clientId: env.text('OIDC_CLIENT_ID', undefined),
    clientSecret: env.optional('OIDC_CLIENT_SECRET'),
    audience: env.text('OIDC_AUDIENCE', 'synpunkter'),
  };
}

const isWithin = (file: string, folders: readonly string[]): boolean => folders.some((folder) => file.startsWith(`${folder}/`));
