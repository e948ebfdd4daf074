import { startSmtpSink } from '#test/smtp-sink';
import { median, round, type Measured } from './figures.js';
import { aSubmission, post } from './load.js';
import { serve, type BenchServer } from './serve.js';

const load = { connections: 32, seconds: 6 };

/** Submissions over HTTP with views, diary numbers and mail following, against the same server's check of the same body. */
export async function measureSubmissions(folder: string): Promise<Measured> {
  const relay = await startSmtpSink();
  const server = await serve(folder, { EVALUATION: 'yes', SMTP_URL: `smtp://127.0.0.1:${relay.port}` });
  const rounds = [];
  await post(`${server.url}/api/v1/submissions`, { ...load, seconds: 2 }); // warm up
  await backlogEmpty(server);
  for (let turn = 0; turn < 3; turn++) {
    const checked = await post(`${server.url}/api/v1/submissions/checks`, { ...load, seconds: 3 });
    const mailsBefore = await mailsSent(server);
    const start = performance.now();
    const submitted = await post(`${server.url}/api/v1/submissions`, load);
    const mailsWhile = (await mailsSent(server)) - mailsBefore;
    await backlogEmpty(server);
    const slack = (performance.now() - start) / (load.seconds * 1000);
    if (submitted.non2xx > 0 || checked.non2xx > 0) throw new Error('requests were refused under load');
    rounds.push({
      ratio: submitted.requests.average / checked.requests.average,
      slack,
      mails: mailsWhile / load.seconds,
      each: submitted.requests.average,
    });
  }
  await server.stop();
  await relay.close();
  return {
    ratios: [
      { name: 'HTTP submissions, 32 connections ÷ validated no-op', ratio: round(median(rounds.map((r) => r.ratio))), floor: 0.15 },
      { name: 'time until the mail backlog is empty ÷ time of the run', ratio: round(median(rounds.map((r) => r.slack))), ceiling: 2 },
    ],
    figures: [
      { name: 'HTTP submissions at 32 connections', value: round(median(rounds.map((r) => r.each)), 0), unit: '/s' },
      { name: 'mails sent while submitting', value: round(median(rounds.map((r) => r.mails)), 0), unit: '/s' },
      { name: 'size of a submission', value: aSubmission.length, unit: 'bytes' },
    ],
  };
}

const mailsSent = async (server: BenchServer): Promise<number> => (await server.health()).waiting['mail.handedOver'] ?? 0;

/** Nothing waits to be sent, and what follows the log has come to its end. */
async function backlogEmpty(server: BenchServer): Promise<void> {
  for (;;) {
    const { views, waiting } = await server.health();
    const open = ['mail.waiting', 'mail.claimed', 'mail.deferred', 'mail.uncertain', 'diaryNumbers', 'noticeRequests'].some(
      (name) => waiting[name],
    );
    if (!open && views.every(({ current }) => current)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
