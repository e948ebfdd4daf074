import type { IncomingMessage } from 'node:http';
import { isNameOfEveryObject } from '../requests/names.js';

/** In characters: what a page of ours links to is far shorter. */
const longest = 8_000;

/** No address of ours asks for a quarter as much. */
const mostParameters = 64;

export type TargetFault = 'bad-request' | 'uri-too-long';

const faults = new WeakMap<IncomingMessage, TargetFault>();

/**
 * The path and query of a request, written in one way: without the host, which an absolute address names again, and with every sign that needs
 * no escape as itself. A path that is no text is the address of nothing, and is answered as such by whatever it would lead to: a link of a
 * mail that was damaged on its way is a link that does not exist. Anything else that cannot be read is noted (`targetFault`), and an address
 * that leads nowhere stands for it, so that it is refused like everything else that is refused.
 */
export function readTarget(request: IncomingMessage): string {
  const asked = withoutHost(request);
  const fault = faultOf(asked);
  if (fault === undefined) return written(asked);
  faults.set(request, fault);
  return asked.startsWith('/api/') ? '/api/' : '/';
}

function written(target: string): string {
  const [path, query] = parted(target.replace(needlessEscape, (escape) => decodeURIComponent(escape)));
  return (isText(path) ? path : path.replace(unreadable, noSign)) + query;
}

/** What is wrong with the address of a request, if anything is. */
export const targetFault = (request: IncomingMessage): TargetFault | undefined => faults.get(request);

/** RFC 9112, 3.2.2: an absolute address is accepted, and its host counts instead of the header. */
function withoutHost(request: IncomingMessage): string {
  const { url = '/' } = request;
  const [, host, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (host === undefined) return url;
  request.headers.host = host;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function faultOf(target: string): TargetFault | undefined {
  if (target.length > longest) return 'uri-too-long';
  const [path, query] = parted(target);
  return path.startsWith('/') && isText(query) && hasPlainNames(query.slice(1)) ? undefined : 'bad-request';
}

/** The path, and the query with the sign before it. */
function parted(target: string): readonly [string, string] {
  const end = target.indexOf('?');
  return end === -1 ? [target, ''] : [target.slice(0, end), target.slice(end)];
}

const isText = (part: string): boolean => /^[\x21\x22\x24-\x7e]*$/.test(part) && isUtf8(part);

function isUtf8(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

function hasPlainNames(query: string): boolean {
  const parameters = query.split('&', mostParameters + 1);
  return parameters.length <= mostParameters && ![...new URLSearchParams(query).keys()].some(isNameOfEveryObject);
}

/** Of a path that is no text as a whole: all that may be why. */
const unreadable = /%[\dA-F]{0,2}|[^\x21\x22\x24-\x7e]/gi;

/** U+FFFD, which stands for what is no sign and in no address of ours. */
const noSign = '%EF%BF%BD';

/** Letters, digits and `-._~` (RFC 3986, 2.3). */
const needlessEscape = /%(?:2[DE]|3\d|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])/gi;
