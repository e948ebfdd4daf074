import type { Environment } from './environment.js';
import { isLoopback } from './loopback.js';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  /** How many connections to use at once; undefined is as many as usual. */
  readonly connections?: number;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const mailPorts = [25, 465, 587];

/** The relay that mail is handed to, if one is set; a relay in the authority's own network is a usual one, but it speaks SMTP. */
export function readSmtp(env: Environment, needed: boolean): SmtpSettings | undefined {
  const value = needed ? env.text('SMTP_URL', undefined) : env.optional('SMTP_URL');
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !isHost(url.hostname) || !['', '/'].includes(url.pathname) || url.hash) {
    env.complain('SMTP_URL', 'must look like smtp://user:password@relay.example:587 or smtps://…');
    return undefined;
  }
  checkOptions(url, env);
  return relayOf(url, connectionsOf(url, env));
}

const isHost = (name: string): boolean => /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/i.test(name);

function checkOptions(url: URL, env: Environment): void {
  const options = [...url.searchParams.keys()];
  const unknown = options.find((option, index) => !['tls', 'connections'].includes(option) || options.indexOf(option) < index);
  if (unknown !== undefined) env.complain('SMTP_URL', 'knows tls=optional and connections=4, each once');
  if (!['optional', null].includes(url.searchParams.get('tls'))) env.complain('SMTP_URL', 'knows no tls but tls=optional');
  const port = portOf(url);
  if (port < 1024 && !mailPorts.includes(port))
    env.complain('SMTP_URL', `names port ${port}, which is no port of mail: 25, 465, 587 or one above 1023`);
}

/** As many as usual where the address does not say. */
function connectionsOf({ searchParams }: URL, env: Environment): Pick<SmtpSettings, 'connections'> {
  const said = searchParams.get('connections');
  if (said === null) return {};
  const connections = Number(said);
  if (!/^\d+$/.test(said) || connections < 1 || connections > 50)
    env.complain('SMTP_URL', 'must name 1 to 50 connections, as in ?connections=4');
  return { connections };
}

function relayOf(url: URL, connections: Pick<SmtpSettings, 'connections'>): SmtpSettings {
  return {
    host: url.hostname,
    port: portOf(url),
    secure: url.protocol === 'smtps:',
    requireTLS: url.searchParams.get('tls') !== 'optional' && !isLoopback(url.hostname),
    ...connections,
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
  };
}

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'smtps:' ? 465 : 25));
