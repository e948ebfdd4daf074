import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { aVisitor } from '#test/a-visitor';
import { anAuthority, aSynpunkt } from '#test/an-authority';
import { aSession } from '#test/a-session';
import { rawRequest, withHeaders, type RawAnswer } from '#test/raw-request';

const authority = anAuthority();
const internals = /node_modules|\.js\b|\.ts\b|FST_|HPE_|Error|stack/;

/** What a page says, without what is made for each visit. */
const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const host = (): string => `host: ${new URL(authority.server.address).host}`;
const send = (line: string, headers: readonly string[] = [], body = ''): Promise<RawAnswer> =>
  rawRequest(authority.server, withHeaders(line, [host(), ...headers], body));

describe('what cannot be a request', () => {
  it.each<[string, () => Promise<RawAnswer>, number]>([
    ['a path with a broken escape', () => send('GET /lamna-synpunkt/%zz'), 404],
    ['a path with half an escape', () => send('GET /%'), 404],
    ['a path that is not UTF-8', () => send('GET /folj/%C3%28'), 404],
    ['a path with an overlong slash', () => send('GET /folj/%c0%af'), 404],
    ['a path with a byte that needs an escape', () => send('GET /folj/\u00e5'), 400],
    ['a path that is none', () => send('GET *'), 400],
    ['a query that is not UTF-8', () => send('GET /arbete?board=%E5'), 400],
    ['a query that asks for what every object has', () => send('GET /api/v1/cases?constructor=1'), 400],
    ['a query of a hundred parameters', () => send(`GET /api/v1/cases?${'a=1&'.repeat(100)}`), 400],
    ['an address of nine thousand signs', () => send(`GET /${'a'.repeat(9_000)}`), 414],
    ['a parameter of a thousand signs', () => send(`GET /folj/${'a'.repeat(1_000)}`), 404],
    ['two hosts', () => send('GET /', ['host: evil.example']), 400],
    ['two tokens', () => send('GET /api/v1/cases', ['authorization: Bearer a', 'authorization: Bearer b']), 400],
    [
      'two hundred headers',
      () =>
        send(
          'GET /',
          Array.from({ length: 200 }, (_, n) => `x-${n}: 1`),
        ),
      431,
    ],
    [
      'two thousand headers',
      () =>
        send(
          'GET /',
          Array.from({ length: 2_000 }, (_, n) => `x${n}:`),
        ),
      431,
    ],
    ['a header of seventeen kilobytes', () => send('GET /', [`x: ${'a'.repeat(17_000)}`]), 431],
    ['a method that does not exist', () => send('FETCH /'), 501],
    ['a method that is for files', () => send('PROPFIND /nowhere'), 501],
    ['a trace', () => send('TRACE /'), 405],
    ['a tunnel', () => send('CONNECT evil.example:443'), 405],
    ['two lengths', () => send('POST /folj', ['content-length: 1', 'transfer-encoding: chunked']), 400],
  ])('%s is refused in our own words', async (_, ask, status) => {
    const answer = await ask();
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
    expect(answer.body).not.toMatch(internals);
  });

  it('is answered to people with a page as safe as any other, without the path that was asked for', async () => {
    const { status, headers, body } = await send('GET /kanariefagel?fagel=%zz');
    expect([status, headers['content-type'], headers['x-frame-options']]).toEqual([400, 'text/html; charset=utf-8', 'DENY']);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
    expect(body).toContain('Det gick inte att förstå');
    expect(body).not.toContain('kanariefagel');
  });

  it('is answered to programs with a problem document', async () => {
    const { status, headers, body } = await send('GET /api/v1/cases?board=%zz');
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toMatchObject({ type: 'urn:synpunkter:problem:bad-request', status: 400 });
  });
});

describe('a link of a mail that was damaged on its way', () => {
  const link = `${randomUUID()}.${'k'.repeat(43)}`;

  it.each(['%ff%fe', `${link}%`, `${link.slice(0, -1)}%E0%A4%A`, '%00', '%ed%a0%80', `${link}#`, '%2e%2e%ff', 'a%ff'])(
    '%s is told like one that does not exist',
    async (damaged) => {
      for (const place of ['/folj/', '/en/folj/']) {
        const [unknown, seen] = [await send(`GET ${place}${link}`), await send(`GET ${place}${damaged}`)];
        expect([seen.status, wordsOf(seen.body)]).toEqual([404, wordsOf(unknown.body)]);
      }
    },
  );
});

describe('an address written otherwise', () => {
  it.each(['/%61pi/v1/cases', '/api/%761/cases', '/%61%70%69/v1/cases'])('%s is the API, which knows no cookies', async (path) => {
    const { status, headers } = await (await aSession(authority.server, 'gunnar.granskare')).get(path);
    expect([status, headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8']);
  });

  it('/%66olj is the submitter’s, whoever else of the staff is signed in', async () => {
    const { status, text } = await (await aSession(authority.server, 'gunnar.granskare')).get('/%66olj');
    expect(status).toBe(200);
    expect(text).not.toContain('logga-ut');
  });

  it('is the API also with a host before it, and that host counts', async () => {
    const { status, headers } = await send(`GET ${authority.server.address}/api/v1/cases`);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    const page = await send('GET http://evil.example/folj');
    expect([page.status, page.headers['location']]).toEqual([308, `${authority.server.address}/folj`]);
  });

  it('/%65n/folj is the English page', async () => {
    const { text } = await request(authority.server.address).get('/%65n/folj');
    expect(text).toContain('<html lang="en">');
  });
});

describe('a method that an address does not take', () => {
  it.each(['/', '/folj', '/api/v1/cases', '/health/live', '/arbete/arenden/3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13'])(
    'is told so, with those that it takes: DELETE %s',
    async (path) => {
      const { status, headers } = await request(authority.server.address).delete(path);
      expect([status, headers['allow']]).toEqual([405, expect.stringMatching(/\bGET\b/)]);
    },
  );
});

describe('a body', () => {
  const post = (path: string, type: string, body: string | Buffer): Promise<RawAnswer> => {
    const bytes = Buffer.from(body);
    const headers = [host(), `content-type: ${type}`, `content-length: ${bytes.length}`];
    return rawRequest(authority.server, Buffer.concat([Buffer.from(withHeaders(`POST ${path}`, headers)), bytes]));
  };
  const json = (body: string | Buffer) => post('/api/v1/submissions', 'application/json', body);
  const with_ = (more: string): string => JSON.stringify(aSynpunkt).replace(/}$/, `,${more}}`);

  it.each(Object.getOwnPropertyNames(Object.prototype))('of JSON with a field %s is refused, wherever it stands', async (name) => {
    for (const more of [
      `"${name}":1`,
      `"contact":{"${name}":{}}`,
      `"\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}":1`,
    ])
      expect([more, (await json(with_(more))).status]).toEqual([more, 400]);
  });

  it.each<[string, string | Buffer]>([
    ['with a field twice', with_('"text":"En annan"')],
    ['with a field twice, once escaped', with_('"t\\u0065xt":"En annan"')],
    ['with a byte order mark', `\ufeff${JSON.stringify(aSynpunkt)}`],
    ['in Latin-1', Buffer.from(JSON.stringify({ ...aSynpunkt, text: 'Åsa på ön' }), 'latin1')],
    ['with an overlong sign', Buffer.concat([Buffer.from('{"kind":"fraga","text":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')])],
    ['with half a pair', Buffer.concat([Buffer.from('{"kind":"fraga","text":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')])],
    ['of three hundred fields', with_(Array.from({ length: 300 }, (_, n) => `"f${n}":1`).join(','))],
    ['of eleven levels', with_(`"a":${'['.repeat(11)}${']'.repeat(11)}`)],
    ['that ends within a string', '{"kind":"fra'],
  ])('of JSON %s is refused', async (_, body) => {
    expect((await json(body)).status).toBe(400);
  });

  it.each<[string, string | Buffer, number]>([
    ['that is not UTF-8', 'text=%C5sa', 400],
    ['with bytes that are not UTF-8', Buffer.from('text=Åsa', 'latin1'), 400],
    ['with a field twice', 'text=a&text=b', 400],
    ['with a field that every object has', 'constructor=1', 400],
  ])('of a form of ours %s is refused', async (_, more, status) => {
    const page = await aVisitor(authority.server).open('/lamna-synpunkt');
    const seal = new URLSearchParams({ form: page.value('form') ?? '', token: page.value('token') ?? '' }).toString();
    const body = Buffer.concat([Buffer.from(`${seal}&kind=fraga&`), Buffer.from(more)]);
    expect((await post('/lamna-synpunkt', 'application/x-www-form-urlencoded', body)).status).toBe(status);
  });
});

describe('a form without a seal of ours', () => {
  const post = (body: string) => request(authority.server.address).post('/lamna-synpunkt').type('form').send(body);

  it('is given back as far as any form can take it, and told so where that was not all', async () => {
    const [all, more] = [await post(`text=${'%F0%9F%99%82'.repeat(20_000)}`), await post(`text=a${'%F0%9F%99%82'.repeat(300_000)}`)];
    expect([all.status, all.text.includes('🙂'.repeat(20_000)), all.text.includes('Här står början')]).toEqual([403, true, false]);
    expect([more.status, more.text.includes(`a${'🙂'.repeat(19_999)}`), more.text.includes('Här står början')]).toEqual([403, true, true]);
    const { text } = await post(`text=${'"'.repeat(1_000_000)}`);
    expect(text.length).toBeLessThan(2 * 6 * 40_000 + 20_000);
  });

  it('gives back what its form asks for, and nothing else', async () => {
    const { status, text } = await post('text=kanariefagel&admin=1&constructor=2&x1=duva');
    expect(status).toBe(403);
    expect(text).toContain('kanariefagel');
    expect(text).not.toMatch(/name="(?:admin|constructor|x1)"|duva/);
  });

  it('of half a million fields is refused with a page as small as for one', async () => {
    const many = await post('0=&'.repeat(550_000));
    const one = await post('0=');
    expect([many.status, one.status]).toEqual([403, 403]);
    expect(Math.abs(many.text.length - one.text.length)).toBeLessThan(2_000);
  });
});

describe('no answer but a page of ours', () => {
  it.each(['/api/v1/cases', '/api/v1/openapi.json', '/api/v1/nothing', '/folj', '/nowhere', '/metrics'])(
    'may be kept by anybody on the way: %s',
    async (path) => {
      expect((await request(authority.server.address).get(path)).headers['cache-control']).toBe('no-store');
    },
  );

  it('that holds a receipt may be kept', async () => {
    const { headers } = await authority.anyone.post('/submissions', aSynpunkt);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('a number in an address', () => {
  it.each(['limit=0x10', 'limit=1e1', 'limit=+5', 'limit=%205', 'limit='])('is told in digits: %s', async (query) => {
    const auditor = await authority.as('gunnar.granskare');
    expect((await auditor.get(`/cases?${query}`)).status).toBe(422);
  });

  it('is not nothing where a revision is asked for', async () => {
    const auditor = await authority.as('gunnar.granskare');
    const { caseId } = await authority.caseOf(auditor, await authority.submit());
    expect((await auditor.get(`/cases/${caseId}/history?at=`)).status).toBe(422);
  });
});

describe('a text that turns its direction', () => {
  const text = 'Lampan är trasig \u202egnidnates\u202c och \u2067mörk\u2069.';
  const raw = /[\u202a-\u202e\u2066-\u2069]/;

  it('is kept as it was written, and shows on every page where it turns', async () => {
    const receipt = await authority.submit({ text });
    const { body } = await authority.anyone.post('/follow-ups', { receiptCode: receipt.receiptCode });
    expect(body.entries[0].text).toBe(text);
    const officer = await aSession(authority.server, 'hanna.handlaggare-tn');
    const { caseId } = await authority.caseOf(await authority.as('hanna.handlaggare-tn'), receipt);
    const citizen = await (await aVisitor(authority.server).open('/folj')).send({ code: receipt.receiptCode });
    const pages = [(await officer.get(`/arbete/arenden/${caseId}`)).text, (await officer.get('/arbete')).text, citizen.html];
    for (const html of pages) {
      expect(html).toContain('[RLO]gnidnates[PDF]');
      expect(html).not.toMatch(raw);
    }
  });

  it('comes back in its field as it was typed', async () => {
    const page = await (await aVisitor(authority.server).open('/lamna-synpunkt')).send({ text, kind: 'fraga', phone: 'nej' });
    expect([page.status, page.value('text')]).toEqual([422, text]);
  });
});
