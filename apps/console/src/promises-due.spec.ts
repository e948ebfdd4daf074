import { readFileSync } from 'node:fs';
import { runConsole } from './run-console.js';
import * as promisesDue from './promises-due.js';

interface Vector {
  readonly received: string;
  readonly rule: string;
  readonly n: number;
  readonly due: string;
}

const { dueDateVectors } = JSON.parse(readFileSync('test/data/working-days.json', 'utf8')) as { dueDateVectors: Vector[] };

async function typed(...args: string[]) {
  const said = { out: '', error: '' };
  const code = await runConsole(
    ['promises', 'due', ...args],
    [promisesDue],
    (text) => (said.out += text),
    (text) => (said.error += text),
  );
  return { code, ...said };
}

const options: Readonly<Record<string, readonly string[]>> = {
  workingDays: ['--unit', 'workingDays'],
  calendarDaysRaw: ['--unit', 'calendarDays'],
  calendarDaysRolled: ['--unit', 'calendarDays', '--roll'],
};

describe('promises due', () => {
  it.each(dueDateVectors)('says that $received + $n $rule is due $due', async ({ received, rule, n, due }) => {
    const { code, out } = await typed('--received', received, '--term', String(n), ...(options[rule] ?? []), '--json');
    expect([code, (JSON.parse(out) as { due: string }).due]).toEqual([0, due]);
  });

  it('explains every day', async () => {
    expect(await typed('--received', '2026-12-22', '--unit', 'calendarDays', '--term', '2', '--roll')).toEqual({
      code: 0,
      error: '',
      out: [
        'Due 2026-12-28',
        '',
        '  2026-12-22       day of receipt, not counted',
        '  2026-12-23    1',
        '  2026-12-24    2',
        '  2026-12-25       Juldagen',
        '  2026-12-26       Annandag jul',
        '  2026-12-27       weekend',
        '  2026-12-28       the next working day',
        '',
      ].join('\n'),
    });
  });

  it.each([
    [['--unit', 'weeks', '--term', '1'], 'Name the day of receipt'],
    [['--received', '2026-02-30', '--unit', 'weeks', '--term', '1'], 'Name the day of receipt'],
    [['--received', '2026-02-03', '--unit', 'years', '--term', '1'], 'Name the unit'],
    [['--received', '2026-02-03', '--unit', 'weeks', '--term', '-1'], 'term'],
    [['--received', '2026-02-03', '--unit', 'weeks', '--term', '1.5'], 'Name the term'],
  ])('refuses %j', async (args, sentence) => {
    expect(await typed(...args)).toMatchObject({ code: 2, out: '', error: expect.stringContaining(sentence) });
  });

  it('says where the calendar ends', async () => {
    expect(await typed('--received', '2060-12-30', '--unit', 'workingDays', '--term', '9')).toMatchObject({
      code: 1,
      error: 'No working-day calendar is published for 2061-01-01.\n',
    });
  });
});
