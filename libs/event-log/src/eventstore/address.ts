import { readFileSync } from 'node:fs';
import type { ChannelCredentialOptions, Credentials, EndPoint, NodePreference } from '@eventstore/db-client';
import { BadAddress } from '../errors.js';

/** What an address says, ready for the client. */
export interface Address {
  readonly hosts: readonly [EndPoint, ...EndPoint[]];
  /** Whether the nodes of a cluster are asked which of them leads. */
  readonly discover: boolean;
  readonly channel: ChannelCredentialOptions;
  readonly credentials: Credentials | undefined;
  readonly tuning: Tuning;
}

/** What may be set beside; the client's own defaults where it is not. Milliseconds, but for `gossipTimeout`, which is in seconds. */
export interface Tuning {
  readonly connectionName?: string;
  readonly keepAliveInterval?: number;
  readonly keepAliveTimeout?: number;
  readonly maxDiscoverAttempts?: number;
  readonly discoveryInterval?: number;
  readonly gossipTimeout?: number;
  readonly nodePreference?: NodePreference;
}

const form = /^(?:esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/(?:([^@/?]*)@)?([^@/?]+)\/?(?:\?([^?]*))?$/;
const host = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i;
const defaultPort = 2113;

/**
 * Reads `esdb://user:password@node1:2113,node2:2113?tls=true`, as the client's documentation has it; KurrentDB's schemes mean the same.
 * @throws BadAddress which says what part of it can not be, and never repeats what could be a secret
 */
export function readAddress(url: string): Address {
  const [whole, discover, user, hosts = '', query = ''] = form.exec(url.trim()) ?? [];
  if (whole === undefined) throw new BadAddress('it must look like esdb://user:password@node1:2113?tls=true');
  const [first, ...others] = hosts.split(',').map(readHost);
  if (!first) throw new BadAddress('it names no host');
  const options = readOptions(query);
  return {
    hosts: [first, ...others],
    discover: discover !== undefined || others.length > 0,
    channel: channelOf(options),
    credentials: user === undefined ? undefined : readCredentials(user),
    tuning: tuningOf(options),
  };
}

function readHost(text: string): EndPoint {
  const [, address, port = String(defaultPort)] = host.exec(text) ?? [];
  if (address === undefined) throw new BadAddress('a host must look like node1.example.se:2113');
  if (Number(port) < 1 || Number(port) > 65_535) throw new BadAddress('a port is a number from 1 to 65535');
  return { address, port: Number(port) };
}

function readCredentials(text: string): Credentials {
  const colon = text.indexOf(':');
  if (colon < 1) throw new BadAddress('before the @ it must have user:password');
  try {
    return { username: decodeURIComponent(text.slice(0, colon)), password: decodeURIComponent(text.slice(colon + 1)) };
  } catch {
    throw new BadAddress('a % in user or password must be written as %25');
  }
}

const names = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'connectionName',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'nodePreference',
] as const;

type Name = (typeof names)[number];
type Options = ReadonlyMap<Name, string>;

function readOptions(query: string): Options {
  const options = new Map<Name, string>();
  for (const [key, value] of new URLSearchParams(query)) {
    const name = names.find((known) => known.toLowerCase() === key.toLowerCase());
    if (name === undefined) throw new BadAddress(`it has no option ${JSON.stringify(key)}; there are ${names.join(', ')}`);
    if (options.has(name)) throw new BadAddress(`it says ${name} twice`);
    options.set(name, value);
  }
  return options;
}

function channelOf(options: Options): ChannelCredentialOptions {
  const tls = options.get('tls') ?? 'true';
  if (tls !== 'true' && tls !== 'false') throw new BadAddress('tls must be true or false');
  if (tls === 'false') return { insecure: true };
  const [authority, certificate, key] = [fileOf(options, 'tlsCAFile'), fileOf(options, 'userCertFile'), fileOf(options, 'userKeyFile')];
  if ((certificate === undefined) !== (key === undefined)) throw new BadAddress('userCertFile and userKeyFile belong together');
  return {
    insecure: false,
    ...(authority && { rootCertificate: authority }),
    ...(certificate && key && { userCertFile: certificate, userKeyFile: key }),
  };
}

function fileOf(options: Options, name: Name): Buffer | undefined {
  const file = options.get(name);
  try {
    return file === undefined ? undefined : readFileSync(file);
  } catch (error) {
    throw new BadAddress(`${name} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'it is no file'}`, { cause: error });
  }
}

function tuningOf(options: Options): Tuning {
  const numbers = ['keepAliveInterval', 'keepAliveTimeout', 'maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout'] as const;
  const preferences = ['leader', 'follower', 'random', 'read_only_replica'] as const;
  const preferred = options.get('nodePreference');
  const nodePreference = preferences.find((one) => one.replaceAll('_', '') === preferred?.toLowerCase().replaceAll(/[_-]/g, ''));
  if (preferred !== undefined && nodePreference === undefined)
    throw new BadAddress(`nodePreference must be one of ${preferences.join(', ')}`);
  const connectionName = options.get('connectionName');
  return {
    ...(connectionName !== undefined && { connectionName }),
    ...(nodePreference && { nodePreference }),
    ...Object.fromEntries(numbers.flatMap((name) => numberOf(name, options.get(name)))),
  };
}

function numberOf(name: Name, text: string | undefined): [Name, number][] {
  if (text === undefined) return [];
  const isOff = text === '-1' && name.startsWith('keepAlive');
  if (!isOff && (!/^\d{1,7}$/.test(text) || Number(text) < 1)) throw new BadAddress(`${name} must be a whole number, 1 or more`);
  return [[name, Number(text)]];
}
