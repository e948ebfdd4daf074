import { failureOf } from './failure.js';

/** What operating system, TLS and the client say, and what it means. The address is never repeated: it may hold a password. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'nothing listens there'],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/, 'its host is not known'],
  [/EHOSTUNREACH|ENETUNREACH/, 'no way leads to its host'],
  [/CERT_HAS_EXPIRED|certificate has expired/i, 'its certificate has run out'],
  [/ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate/i, 'its certificate is of another host'],
  [
    /self.signed|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|unable to (?:get|verify)/i,
    'its certificate is not trusted: name its authority in tlsCAFile',
  ],
  [/wrong version number|WRONG_VERSION_NUMBER|EPROTO|packet length too long/i, 'it does not speak TLS: tls=false, if that is meant'],
  [/Protocol error|ERR_HTTP2|Parse Error|UNIMPLEMENTED|unimplemented/i, 'whoever answers there is no EventStoreDB'],
  [/No leader info|Server Is Not Ready|Failed to discover/i, 'no node leads it, or it is still starting'],
  [/ECONNRESET|RST_STREAM|socket hang up|Connection dropped/i, 'it broke the connection'],
];

/** Why a call to the store failed, in a few words for whoever runs it. */
export function causeOf(error: unknown): string {
  if (failureOf(error) === 'refused') return 'it does not let this user in, or not to read all; look at user and password';
  const said = error instanceof Error ? error.message : String(error);
  return meanings.find(([pattern]) => pattern.test(said))?.[1] ?? 'it does not answer';
}
