import { median, percentile, round, type Measured } from './figures.js';
import { post } from './load.js';
import { serve } from './serve.js';

const seconds = 4;

/** How long the event loop lets a small question wait while submissions come as fast as they can, against an idle server. */
export async function measureHealth(folder: string): Promise<Measured> {
  const server = await serve(folder);
  const rounds = [];
  for (let turn = 0; turn < 3; turn++) {
    const idle = await askAgainAndAgain(server.url);
    const load = post(`${server.url}/api/v1/submissions`, { connections: 32, seconds: seconds + 1 });
    const busy = await askAgainAndAgain(server.url);
    await load;
    rounds.push({ idle: percentile(idle, 99), busy: percentile(busy, 99) });
  }
  await server.stop();
  return {
    ratios: [
      { name: 'p99 of GET /health/live under full load ÷ idle', ratio: round(median(rounds.map((r) => r.busy / r.idle))), ceiling: 15 },
    ],
    figures: [{ name: 'p99 of GET /health/live under full load', value: round(median(rounds.map((r) => r.busy)), 1), unit: 'ms' }],
  };
}

async function askAgainAndAgain(url: string): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const start = performance.now();
    await (await fetch(`${url}/health/live`)).arrayBuffer();
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return times;
}
