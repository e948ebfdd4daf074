/** How many mails a second the mailer hands over to a relay in another process: `node dist/test/bench/mailer.js [notices] [connections]`. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { aLog, type ALog } from '#test/a-log';
import { aMailer, request } from '#test/a-mailer';
import { startSmtpSink } from '#test/smtp-sink';

const [notices = 3_000, connections = 8] = process.argv.slice(2).map(Number);

if (process.send) {
  const { port } = await startSmtpSink();
  process.send(port);
} else {
  await bench();
}

async function bench(): Promise<void> {
  const relay = fork(new URL(import.meta.url).pathname);
  const [port] = (await once(relay, 'message')) as [number];
  const on = await aLog();
  await requestAll(on);

  let hold = true;
  const { mailer, stop } = await aMailer(on, { relay: { host: '127.0.0.1', port, connections }, hold: () => hold });
  await until(() => mailer.health().waiting === notices);

  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  hold = false;
  mailer.wake();
  await until(() => mailer.health().handedOver === notices);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);

  console.log({
    notices,
    connections,
    mailsPerSecond: Math.round(notices / seconds),
    cpuMillisecondsPerMail: Number(((user + system) / 1_000 / notices).toFixed(2)),
    loopDelayP99Milliseconds: Math.round(loop.percentile(99) / 1e6),
    loopDelayMaxMilliseconds: Math.round(loop.max / 1e6),
  });
  await stop();
  await on.close();
  relay.kill();
}

async function requestAll(on: ALog): Promise<void> {
  for (let next = 0; next < notices; next += 500) {
    const batch = Math.min(500, notices - next);
    await Promise.all(Array.from({ length: batch }, (_, n) => request(on, { automatic: true, to: `p${next + n}@example.com` })));
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(100);
}
