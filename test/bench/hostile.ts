import { readFileSync } from 'node:fs';
import { suggestRoute } from '#organisation';
import { hostileTexts, longestText } from '#test/hostile-texts';
import { regionGotland } from '#test/region-gotland';
import { median, percentile, round, type Measured } from './figures.js';
import { serve } from './serve.js';

/** What somebody sends, and what anybody could have sent that is as long. */
interface Pair {
  readonly hostile: Sent;
  readonly ordinary: Sent;
}

interface Sent {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

/** How long a small question waits while the worst texts and forms are answered, against texts and forms of their length as people send them. */
export async function measureHostile(folder: string): Promise<Measured> {
  const server = await serve(folder);
  const texts = await compare(server.url, worstTexts(22));
  const forms = await compare(server.url, worstForms());
  await server.stop();
  return {
    ratios: [
      { name: 'p99 of GET /health/live beside the 22 worst texts ÷ ordinary', ratio: texts.ratio, ceiling: 3 },
      { name: 'p99 of GET /health/live beside the 8 worst forms ÷ ordinary', ratio: forms.ratio, ceiling: 3 },
    ],
    figures: [
      { name: 'p99 of GET /health/live beside the 22 worst texts', value: texts.hostile, unit: 'ms' },
      { name: 'p99 of GET /health/live beside the 8 worst forms', value: forms.hostile, unit: 'ms' },
    ],
  };
}

async function compare(url: string, pairs: readonly Pair[]): Promise<{ readonly ratio: number; readonly hostile: number }> {
  for (const { ordinary } of pairs) await waits(url, ordinary); // warm up
  const rounds = [];
  for (let turn = 0; turn < 3; turn++) {
    const [hostile, ordinary]: [number[], number[]] = [[], []];
    for (const pair of pairs) {
      ordinary.push(...(await waits(url, pair.ordinary)));
      hostile.push(...(await waits(url, pair.hostile)));
    }
    rounds.push({ hostile: percentile(hostile, 99), ordinary: percentile(ordinary, 99) });
  }
  return {
    ratio: round(median(rounds.map((r) => r.hostile / r.ordinary))),
    hostile: round(median(rounds.map((r) => r.hostile)), 1),
  };
}

/** How long each question waited while something was sent and answered some times over. */
async function waits(url: string, { path, type, body }: Sent): Promise<number[]> {
  const all = { answered: false };
  const sending = (async () => {
    for (let time = 0; time < 5; time++) {
      await (await fetch(url + path, { method: 'POST', headers: { 'content-type': type }, body, redirect: 'manual' })).arrayBuffer();
    }
    all.answered = true;
  })();
  const times: number[] = [];
  while (!all.answered) {
    const start = performance.now();
    await (await fetch(`${url}/health/live`)).arrayBuffer();
    times.push(performance.now() - start);
  }
  await sending;
  return times;
}

/** Of some hundred, those that take longest to route. */
function worstTexts(count: number): Pair[] {
  const organisation = regionGotland();
  if (organisation.routingRules === undefined) throw new Error('the organisation has no routing rules');
  const textOf = hostileTexts(organisation.routingRules, 1);
  const timed = Array.from({ length: 300 }, (_, number) => {
    const { text } = textOf(number, longestText);
    const start = performance.now();
    suggestRoute({ text, receivedDate: '2026-11-26' }, organisation);
    return { text, time: performance.now() - start };
  });
  const worst = timed.sort((one, other) => other.time - one.time).slice(0, count);
  return worst.map(({ text }) => ({ hostile: submission(text), ordinary: submission(ordinaryText.slice(0, longestText)) }));
}

const submission = (text: string): Sent => ({
  path: '/api/v1/submissions',
  type: 'application/json',
  body: JSON.stringify({ kind: 'klagomal', language: 'sv', text }),
});

/** What people write, one message after another. */
const ordinaryText = (JSON.parse(readFileSync('test/data/routing-examples.json', 'utf8')) as { textSv: string }[])
  .concat(JSON.parse(readFileSync('test/data/routing-development.json', 'utf8')) as { textSv: string }[])
  .map(({ textSv }) => textSv)
  .join(' ');

/**
 * Forms without what makes them ours: of many fields, of long names, of one name again and again, of what has to be decoded, or escaped when it is
 * given back.
 */
function worstForms(): Pair[] {
  const length = 3_800_000;
  const filled = (part: (number: number) => string, most: number): string => {
    let body = '';
    for (let number = 0; body.length < most; number++) body += part(number);
    return body;
  };
  const forms = [
    filled((number) => `${number}=&`, length),
    filled((number) => `text=${number}&`, length),
    filled((number) => `${'a'.repeat(60_000)}${number}=x&`, length),
    `text=${filled(() => '%C3%A5', length)}`,
    `text=${filled(() => '%F0%9F%98%80', length)}`,
    `text=${'"'.repeat(length)}`,
    `text=${'+'.repeat(length)}`,
    filled((number) => `contact[${number}][name]=x&`, length),
  ];
  const form = (body: string): Sent => ({ path: '/lamna-synpunkt', type: 'application/x-www-form-urlencoded', body });
  const said = encodeURIComponent(ordinaryText);
  return forms.map((body) => ({
    hostile: form(body),
    ordinary: form(`text=${said.repeat(Math.ceil(length / said.length)).slice(0, body.length)}`),
  }));
}
