import { setTimeout as sleep } from 'node:timers/promises';
import { aLog, type ALog } from '#test/a-log';
import { aMailer, request } from '#test/a-mailer';
import { startSmtpSink } from '#test/smtp-sink';
import { round, type Measured } from './figures.js';

const notices = 2_000;
const connections = 8;

/** A backlog of notices, from claim to record, to a relay in this very process: what another machine would do is counted in. */
export async function measureMailer(): Promise<Measured> {
  const [on, sink] = [await aLog(), await startSmtpSink()];
  await requestAll(on);
  let hold = true;
  const { mailer, stop } = await aMailer(on, {
    relay: { host: '127.0.0.1', port: sink.port, connections },
    hold: () => hold,
    caps: { perDomain: Infinity, perHour: Infinity },
  });
  await until(() => mailer.health().waiting === notices);

  const [start, cpu] = [performance.now(), process.cpuUsage()];
  hold = false;
  mailer.wake();
  await until(() => mailer.health().handedOver === notices);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);

  await stop();
  await sink.close();
  await on.close();
  return {
    ratios: [],
    figures: [
      { name: 'mails claimed, handed over and recorded', value: round(notices / seconds, 0), unit: 'mails/s' },
      { name: 'processor time for one, relay included', value: round((user + system) / 1_000 / notices), unit: 'ms' },
    ],
  };
}

async function requestAll(on: ALog): Promise<void> {
  for (let next = 0; next < notices; next += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, n) => request(on, { automatic: true, to: `p${next + n}@example.com` })));
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(50);
}
