import { BodiesInFlight } from './bodies-in-flight.js';

const kilobyte = 1_024;
const bodies = () => new BodiesInFlight({ small: 10 * kilobyte, ofAnAddress: 100 * kilobyte, inAll: 300 * kilobyte });

/** Sends as much as is taken, a kilobyte at a time. */
function send(to: BodiesInFlight, address: string, kilobytes: number) {
  const body = to.begin(address);
  let sent = 0;
  while (sent < kilobytes && body.receive(kilobyte) === 'held') sent++;
  return { body, sent };
}

it('holds no more of an address than it may, however many bodies it sends', () => {
  const all = bodies();
  const sent = Array.from({ length: 150 }, () => send(all, '192.0.2.1', 90));
  expect(all.inAll).toBe(100 * kilobyte);
  expect(sent.filter((one) => one.sent === 90)).toHaveLength(1);
});

it('holds no more of all than it may, however many addresses there are', () => {
  const all = bodies();
  for (let n = 0; n < 50; n++) send(all, `192.0.2.${n}`, 60);
  expect(all.inAll).toBeLessThanOrEqual(300 * kilobyte);
});

it('takes what people send also while somebody fills everything else', () => {
  const all = bodies();
  for (let n = 0; n < 50; n++) send(all, `192.0.2.${n}`, 110);
  expect(send(all, '192.0.2.1', 10).sent).toBe(10);
});

it('holds nothing of what has been answered', () => {
  const all = bodies();
  const { body } = send(all, '192.0.2.1', 50);
  body.end();
  body.end();
  expect([all.inAll, send(all, '192.0.2.1', 110).sent]).toEqual([0, 110]);
});
