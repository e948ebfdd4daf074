import { runConsole } from './run-console.js';
import * as routingEvaluate from './routing-evaluate.js';
import { CannotDo, type Verb } from './verb.js';

const verbs: Verb[] = [
  routingEvaluate,
  { name: 'fail', summary: 'Cannot', help: 'fail: cannot\n', run: () => Promise.reject(new CannotDo('The log is away.')) },
];

async function typed(...args: string[]) {
  const said = { out: '', error: '' };
  const code = await runConsole(
    args,
    verbs,
    (text) => (said.out += text),
    (text) => (said.error += text),
  );
  return { code, ...said };
}

describe('the console', () => {
  it('lists its verbs', async () => {
    expect(await typed('--help')).toMatchObject({ code: 0, out: expect.stringContaining('routing evaluate  Measures'), error: '' });
    expect(await typed()).toMatchObject({ code: 2 });
  });

  it('helps with each verb', async () => {
    expect(await typed('routing', 'evaluate', '--help')).toEqual({ code: 0, out: routingEvaluate.help, error: '' });
  });

  it('answers an unknown verb or option kindly, with 2', async () => {
    expect(await typed('rout')).toMatchObject({ code: 2, error: expect.stringContaining('There is no verb "rout"') });
    expect(await typed('routing', 'evaluate', 'x', '--fast')).toMatchObject({ code: 2, error: expect.stringContaining("'--fast'") });
    expect(await typed('routing', 'evaluate')).toMatchObject({ code: 2, error: expect.stringContaining('Name one file') });
  });

  it('says what is in the way, with 1', async () => {
    expect(await typed('fail')).toEqual({ code: 1, out: '', error: 'The log is away.\n' });
    expect(await typed('routing', 'evaluate', 'no-such-file')).toMatchObject({
      code: 1,
      error: expect.stringContaining('no-such-file cannot be read'),
    });
    expect(await typed('routing', 'evaluate', 'package.json', '--organisation', 'docs')).toMatchObject({
      code: 1,
      error: expect.stringContaining('boards.json is missing from the folder'),
    });
  });
});

describe('routing evaluate', () => {
  it('gives the figures as JSON, and each message in the order of the file', async () => {
    const { code, out } = await typed('routing', 'evaluate', 'test/data/routing-examples.json', '--json', '--each');
    const figures = JSON.parse(out) as Record<string, unknown> & { each: unknown[] };
    expect(code).toBe(0);
    expect(figures).toMatchObject({ total: 27, routable: 21, needPerson: 6, needPersonRouted: 0, precision: 1 });
    expect(figures.each).toHaveLength(27);
    expect(figures.each[0]).toEqual({ boardCode: 'TN', confidence: expect.any(Number), matched: expect.arrayContaining(['Plogbilen']) });
  });

  it('keeps what was learnt: on the development messages it is rarely wrong and often dares', async () => {
    const { out } = await typed('routing', 'evaluate', 'test/data/routing-development.json', '--json');
    const { precision, coverage, needPersonRoutedShare } = JSON.parse(out) as Record<string, number>;
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(coverage).toBeGreaterThanOrEqual(0.7);
    expect(needPersonRoutedShare).toBeLessThanOrEqual(0.03);
  });

  it('holds on messages that nobody wrote rules for: do not tune to these, write others', async () => {
    const { out } = await typed('routing', 'evaluate', 'test/data/routing-unseen.json', '--json');
    const { precision, coverage, needPersonRoutedShare } = JSON.parse(out) as Record<string, number>;
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(coverage).toBeGreaterThanOrEqual(0.6);
    expect(needPersonRoutedShare).toBeLessThanOrEqual(0.03);
  });

  it('shows a person the confusion of boards', async () => {
    const { out } = await typed('routing', 'evaluate', 'test/data/routing-examples.json');
    expect(out).toMatch(/Precision {2}100\.0 %/);
    expect(out).toMatch(/^expected \\ given/m);
  });
});
