import { anAuthority } from '#test/an-authority';
import { rawRequest, withHeaders, type RawAnswer } from '#test/raw-request';
import { servedRoutes, type ServedRoute } from '#test/served-routes';

const authority = anAuthority();
const routes = servedRoutes();
const isApi = ({ path }: ServedRoute): boolean => path.startsWith('/api/');

interface Sent {
  readonly method?: string;
  readonly query?: string;
  readonly headers?: readonly string[];
  readonly type?: string;
  readonly body?: string | Buffer;
}

async function send(route: ServedRoute, { method = route.method, query = '', headers = [], type, body = '' }: Sent): Promise<RawAnswer> {
  const bytes = Buffer.from(body);
  const about = type === undefined ? [] : [`content-type: ${type}`, `content-length: ${bytes.length}`];
  const all = [`host: ${new URL(authority.server.address).host}`, ...about, ...headers];
  return rawRequest(authority.server, Buffer.concat([Buffer.from(withHeaders(`${method} ${route.path}${query}`, all)), bytes]));
}

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/** What is refused alike wherever it is sent. */
const everywhere: readonly (readonly [string, Sent, number])[] = [
  ['a method that nothing takes', { method: 'DELETE' }, 405],
  ['a trace', { method: 'TRACE' }, 405],
  ['a query that is not UTF-8', { query: '?a=%E5' }, 400],
  ['a query with half an escape', { query: '?a=%' }, 400],
  ['a query for what every object has', { query: '?__proto__=1' }, 400],
  ['two hosts', { headers: ['host: evil.example'] }, 400],
  ['too many headers', { headers: Array.from({ length: 150 }, (_, n) => `x-${n}: 1`) }, 431],
];

const toTheApi: readonly (readonly [string, Sent, number])[] = [
  ['a form', { type: form, body: 'a=1' }, 415],
  ['something packed', { type: json, headers: ['content-encoding: gzip'], body: '{}' }, 415],
  ['another writing of letters', { type: `${json}; charset=utf-16`, body: '{}' }, 415],
  ['a field that every object has', { type: json, body: '{"a":{"constructor":{}}}' }, 400],
  ['a field twice', { type: json, body: '{"a":1,"a":2}' }, 400],
  ['what is not UTF-8', { type: json, body: Buffer.from('{"a":"å"}', 'latin1') }, 400],
  ['a byte order mark', { type: json, body: '\ufeff{}' }, 400],
  ['a thousand fields', { type: json, body: `{${Array.from({ length: 1_000 }, (_, n) => `"f${n}":1`).join(',')}}` }, 400],
  ['a hundred levels', { type: json, body: `${'['.repeat(100)}${']'.repeat(100)}` }, 400],
  ['more than it takes', { type: json, body: `"${'a'.repeat(300_000)}"` }, 413],
];

const toPages: readonly (readonly [string, Sent, number])[] = [
  ['a form without a seal', { type: form, body: 'text=hej' }, 403],
  ['a form of a thousand fields', { type: form, body: '0=&'.repeat(1_000) }, 403],
  ['a form from elsewhere', { type: form, headers: ['origin: https://evil.example'], body: 'text=hej' }, 403],
  ['JSON', { type: json, body: '{}' }, 415],
];

const internals = /node_modules|\.js\b|\.ts\b|FST_|HPE_|TypeError|stack|__proto__/;

/** Refused as everything is, to programs in a problem document and to people on a page that is as safe as any other. */
function expectRefusal(what: string, { status, headers, body }: RawAnswer, expected: number): void {
  expect([what, status, headers['cache-control'], headers['x-frame-options']]).toEqual([what, expected, 'no-store', 'DENY']);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).not.toMatch(internals);
}

it('the routes are all there', () => {
  expect(routes.length).toBeGreaterThan(80);
});

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  it('refuses what is no request', async () => {
    for (const [what, sent, status] of everywhere) expectRefusal(what, await send(route, sent), status);
  });

  if (route.method === 'POST') {
    it('refuses a body that is none of its own', async () => {
      for (const [what, sent, status] of isApi(route) ? toTheApi : toPages) {
        const answer = await send(route, sent);
        const asksForLogin = answer.status === 401 && !isApi(route); // before it looks for a seal
        expectRefusal(what, answer, asksForLogin ? 401 : status);
      }
    });
  }
});
