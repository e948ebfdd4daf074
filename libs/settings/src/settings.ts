import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { checkAddresses } from './addresses.js';
import { Environment, type Variables } from './environment.js';
import { isLoopback } from './loopback.js';
import { readOpenId, type OpenIdSettings } from './open-id.js';
import { readSmtp, type SmtpSettings } from './relay.js';

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
  /** The keys of what opens by other means than the master key, each in a file of its own. */
  readonly doorKeyFiles: Readonly<Record<'session' | 'receipt-code' | 'mail-link' | 'lookup', string>>;
  readonly eventStoreUrl: string | undefined;
  readonly organisation: string;
  /** Names this process among those that share a log; the same after a restart. */
  readonly node: string;
  readonly smtp: SmtpSettings | undefined;
  readonly mail: MailSettings;
  readonly openId: OpenIdSettings | undefined;
  readonly trustedProxies: readonly string[];
  readonly rateLimits: boolean;
  readonly logLevel: string;
}

export interface MailSettings {
  readonly from: string;
  readonly replyTo: string;
  /** How much goes out without a person acting: to a mailbox and to a domain in 24 hours, and to everybody in one. */
  readonly caps: { readonly perAddress: number; readonly perDomain: number; readonly perHour: number };
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
  const keyFile = (variable: string, name: string) => resolve(env.text(variable, join(keysDir, name)));

  const rateLimits = env.choice('RATE_LIMITS', ['on', 'off'], 'on') === 'on';

  const settings: Settings = {
    host,
    port,
    publicUrl: env.url('PUBLIC_URL', needed ? undefined : `http://127.0.0.1:${port}`),
    production,
    evaluation,
    dataDir,
    keysDir,
    masterKeyFile: resolve(env.text('MASTER_KEY_FILE', needed ? undefined : join(keysDir, 'master.key'))),
    doorKeyFiles: {
      session: keyFile('SESSION_KEY_FILE', 'session.key'),
      'receipt-code': keyFile('RECEIPT_CODE_KEY_FILE', 'receipt-code.key'),
      'mail-link': keyFile('MAIL_LINK_KEY_FILE', 'mail-link.key'),
      lookup: keyFile('LOOKUP_KEY_FILE', 'lookup.key'),
    },
    eventStoreUrl: env.optional('EVENTSTORE_URL'),
    organisation: resolve(root, env.text('ORGANISATION', 'organisations/region-gotland')),
    node: env.text('NODE_NAME', `${hostname()}:${port}`),
    smtp: readSmtp(env, needed),
    mail: {
      from: env.text('MAIL_FROM', needed ? undefined : 'Region Gotland <synpunkter@localhost>'),
      replyTo: env.text('MAIL_REPLY_TO', needed ? undefined : 'synpunkter@localhost'),
      caps: readCaps(env, rateLimits),
    },
    openId: readOpenId(env, needed),
    trustedProxies: env.list('TRUSTED_PROXIES'),
    rateLimits,
    logLevel: env.choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  };
  if (!settings.rateLimits && !evaluation) env.complain('RATE_LIMITS', 'may be off only in evaluation');
  checkAddresses(env, settings, needed);
  checkKeyFiles(env, settings, needed);
  env.finish({ families: needed });
  return settings;
}

/** One copy of a folder must not take the master key too, and one file must not be the key of two doors. */
function checkKeyFiles(env: Environment, { masterKeyFile, doorKeyFiles, dataDir, keysDir }: Settings, needed: boolean): void {
  if (needed && isWithin(masterKeyFile, [dataDir, keysDir])) {
    env.complain('MASTER_KEY_FILE', 'must lie outside DATA_DIR and KEYS_DIR, so that one copy does not take both');
  }
  const files = [masterKeyFile, ...Object.values(doorKeyFiles)];
  if (new Set(files).size < files.length)
    env.complain('MASTER_KEY_FILE', 'and the key files of sessions, codes, links and look-ups must all differ');
}

const configures = ['OIDC_ISSUER', 'SMTP_URL', 'EVENTSTORE_URL', 'PUBLIC_URL'];

/** The default is evaluation where nothing is configured and only this machine can reach it. */
function readEvaluation(env: Environment, { production, host }: { production: boolean; host: string }): boolean {
  const untouched = isLoopback(host) && configures.every((name) => env.optional(name) === undefined);
  const chosen = env.choice('EVALUATION', ['yes', 'no'], !production && untouched ? 'yes' : 'no') === 'yes';
  if (chosen && production) env.complain('EVALUATION', 'is refused with NODE_ENV=production');
  return chosen;
}

/** Without rate limits only the cap of an address holds. A cap that nothing reaches is none, and meant by nobody who sets one. */
function readCaps(env: Environment, rateLimits: boolean): MailSettings['caps'] {
  const [perDomain, perHour] = [env.count('MAIL_PER_DOMAIN', 100, 10_000), env.count('MAIL_PER_HOUR', 1_000, 100_000)];
  return {
    perAddress: env.count('MAIL_PER_ADDRESS', 5, 100),
    ...(rateLimits ? { perDomain, perHour } : { perDomain: Infinity, perHour: Infinity }),
  };
}

const isWithin = (file: string, folders: readonly string[]): boolean => folders.some((folder) => file.startsWith(`${folder}/`));
