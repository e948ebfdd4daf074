import { connect, type Socket } from 'node:net';
import request from 'supertest';
import { aSession } from '#test/a-session';
import { aVisitor } from '#test/a-visitor';
import { metricsOf, healthOf } from '#test/a-watch';
import { anAuthority, aSynpunkt } from '#test/an-authority';
import { eventually } from '#test/eventually';

const authority = anAuthority({ environment: { RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' } });

/** As somebody at another address, as the proxy of the authority tells it. */
const from = (address: string) => ({ 'x-forwarded-for': address });
const get = (path: string, address: string) => request(authority.server.address).get(path).set(from(address));
const leave = (address: string, said: object = aSynpunkt) =>
  request(authority.server.address).post('/api/v1/submissions').set(from(address)).send(said);

const statuses = async (times: number, ask: () => PromiseLike<{ readonly status: number }>): Promise<readonly number[]> => {
  const met: number[] = [];
  for (let n = 0; n < times; n++) met.push((await ask()).status);
  return met;
};

describe('an address that has asked three hundred times within a minute', () => {
  const crowded = '192.0.2.7';
  beforeAll(async () => {
    expect(new Set(await statuses(300, () => get('/tillganglighet', crowded)))).toEqual(new Set([200]));
  });

  it('is asked to wait, and told how long', async () => {
    const { status, headers, text } = await get('/tillganglighet', crowded);
    expect([status, Number(headers['retry-after']) > 0, headers['cache-control']]).toEqual([429, true, 'no-store']);
    expect(text).toContain('Vänta en stund');
    const { body } = await get('/api/v1/cases', crowded);
    expect(body).toMatchObject({ status: 429, type: 'urn:synpunkter:problem:too-many-requests' });
  });

  it('still gets health, and what pages refer to', async () => {
    const { text } = await get('/', '192.0.2.8');
    const stylesheet = /\/assets\/[\w.-]+/.exec(text)?.[0] ?? '';
    for (const path of ['/health/live', '/health/ready', stylesheet])
      expect([path, (await get(path, crowded)).status]).toEqual([path, 200]);
  });

  it('lets the staff who sit there go on, by page and by token', async () => {
    const officer = await aSession(authority.server, 'hanna.handlaggare-tn');
    expect((await officer.get('/arbete').set(from(crowded))).status).toBe(200);
    const token = `Bearer ${await authority.tokenOf('hanna.handlaggare-tn')}`;
    expect((await get('/api/v1/cases', crowded).set('authorization', token)).status).toBe(200);
    expect((await get('/api/v1/cases', crowded).set('authorization', `${token}x`)).status).toBe(429);
  });

  it('lets the staff who sit there sign in', async () => {
    expect((await get('/arbete', crowded)).status).toBe(303);
    expect((await get('/en/arbete/logga-in', crowded)).status).toBe(303);
    expect((await get('/arbete/inloggad', crowded)).status).not.toBe(429);
  });

  it('gets back what was written, with a form that can be sent again', async () => {
    const page = await aVisitor(authority.server).open('/lamna-synpunkt');
    const seal = { form: page.value('form') ?? '', token: page.value('token') ?? '' };
    const written = { ...seal, kind: 'klagomal', text: 'Det är halt på Söderväg.', email: 'karin@example.se' };
    const send = (address: string) =>
      request(authority.server.address).post('/lamna-synpunkt').type('form').set(from(address)).send(written);
    const refused = await send(crowded);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain(`name="text" value="${written.text}"`);
    expect(refused.text).toContain(`name="token" value="${seal.token}"`);
    expect((await send('192.0.2.9')).text).toContain('Vi har tagit emot din synpunkt');
  });

  it('is another than its neighbour, and of IPv6 as wide as a network', async () => {
    expect((await get('/tillganglighet', '192.0.2.6')).status).toBe(200);
    await statuses(300, () => get('/health', '2001:db8:1:2::1'));
    expect((await get('/tillganglighet', '2001:db8:1:2:3::4')).status).toBe(429);
    expect((await get('/tillganglighet', '2001:db8:1:3::1')).status).toBe(200);
  });
});

describe('an address from which six hundred steps towards signing in were taken within a minute', () => {
  it('is asked to wait with that, and with nothing else', async () => {
    await statuses(600, () => get('/arbete', '192.0.2.50'));
    expect((await get('/arbete/logga-in', '192.0.2.50')).status).toBe(429);
    expect((await get('/tillganglighet', '192.0.2.50')).status).toBe(200);
  });
});

describe('an address from which a hundred and twenty synpunkter have come within an hour', () => {
  const flood = '192.0.2.20';

  it('can leave no more for the time being, while all others can', async () => {
    expect(new Set(await statuses(120, () => leave(flood)))).toEqual(new Set([201]));
    const { status, body, headers } = await leave(flood);
    expect([status, body.type, Number(headers['retry-after']) > 60]).toEqual([429, 'urn:synpunkter:problem:too-many-submissions', true]);
    expect((await leave('192.0.2.21')).status).toBe(201);
    expect((await get('/tillganglighet', flood)).status).toBe(200);
  });
});

describe('an address from which a hundred codes have come that open nothing', () => {
  it('is asked to wait, and the case of another is not locked', async () => {
    const receipt = await authority.submit();
    const guess = (receiptCode: string, address: string) =>
      request(authority.server.address).post('/api/v1/follow-ups').set(from(address)).send({ receiptCode });
    const tries = await statuses(100, () => guess('0000 0000 0000 0000 0000 0000', '192.0.2.30'));
    expect(new Set(tries)).toEqual(new Set([404]));
    expect((await guess(receipt.receiptCode, '192.0.2.30')).status).toBe(429);
    expect((await guess(receipt.receiptCode, '192.0.2.31')).status).toBe(200);
  });
});

describe('what the program tells of itself', () => {
  it('to everybody is whether it is ready', async () => {
    const { status, body } = await request(authority.server.address).get('/health/ready');
    expect([status, body]).toEqual([200, { ready: true, log: 'reachable', clock: 'trusted' }]);
    expect((await request(authority.server.address).get('/metrics')).status).toBe(401);
  });

  it('to the staff without the right is no more', async () => {
    const token = `Bearer ${await authority.tokenOf('hanna.handlaggare-tn')}`;
    expect(Object.keys((await get('/health/ready', '192.0.2.40').set('authorization', token)).body as object)).not.toContain('waiting');
    expect((await get('/metrics', '192.0.2.40').set('authorization', token)).status).toBe(403);
  });

  it('to who looks after it is all that is counted, by token and in the browser', async () => {
    expect((await healthOf(authority.server)).waiting).toHaveProperty('unregistered');
    expect(await metricsOf(authority.server)).toContain('synpunkter_waiting');
    const browser = await aSession(authority.server, 'amira.administrator');
    expect((await browser.get('/metrics')).status).toBe(200);
  });
});

describe('half-sent forms', () => {
  const megabyte = 1024 * 1024;
  const mostFromOneAddress = 16 * megabyte;
  const sockets: Socket[] = [];
  afterAll(() => sockets.forEach((socket) => socket.destroy()));

  /** What became of a form that was sent by halves: it is held until it is answered, or its connection is closed. */
  interface HalfSent {
    answer: string;
    held: boolean;
  }

  /** Sends most of a form of four megabytes. */
  const halfSend = (address: string): HalfSent => {
    const sent: HalfSent = { answer: '', held: true };
    const { host, hostname, port } = new URL(authority.server.address);
    const socket = connect(Number(port), hostname, () => {
      const head = ['POST /lamna-synpunkt HTTP/1.1', `host: ${host}`, `x-forwarded-for: ${address}`];
      const about = ['content-type: application/x-www-form-urlencoded', `content-length: ${4 * megabyte}`];
      socket.write([...head, ...about, '', 'text='].join('\r\n'));
      socket.write(Buffer.alloc(3.9 * megabyte, 'a'));
    });
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => (sent.held = false));
    socket.on('data', (chunk: Buffer) => Object.assign(sent, { answer: sent.answer + chunk.toString('utf8'), held: false }));
    return sent;
  };

  it('from one address are held up to its share, and the others are told to come again', async () => {
    const forms = Array.from({ length: 40 }, () => halfSend('192.0.2.50'));
    await eventually(() => Promise.resolve(forms.filter(({ held }) => held).length <= mostFromOneAddress / (3.8 * megabyte)));
    const answers = forms.map(({ answer }) => answer).filter((answer) => answer !== '');
    expect(answers).not.toEqual([]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 503 [^]*retry-after: 10/i);
  });

  it('keep nobody from sending a form as people do, not even from there', async () => {
    expect((await leave('192.0.2.50')).status).toBe(201);
    expect((await leave('192.0.2.51')).status).toBe(201);
  });
});
