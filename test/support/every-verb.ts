import { join } from 'node:path';
import { verbs } from '../../apps/console/src/verbs.js';

/** With what each verb is called so that it does what it is for, again and again, on a log as `demo` makes it. */
const calls: Readonly<
  Record<string, (at: { readonly folder: string; readonly reference: string; readonly time: number }) => readonly string[]>
> = {
  backup: ({ folder, time }) => [join(folder, `backup-${time}`)],
  'clock confirm': () => [],
  grant: () => ['officer', '--board', 'TN', 'anna.berg@example.se'],
  'mail hold': () => [],
  'mail release': () => [],
  'mail waiting': () => [],
  'organisation import': () => [],
  'promises due': () => ['--received', '2026-12-10', '--unit', 'workingDays', '--term', '5'],
  'promises rehearse': () => ['--policy', 'organisations/policy-presets/skovde.json', '--from', '2026-01-01', '--to', '2026-12-31'],
  rebuild: () => [],
  replay: ({ reference }) => [reference],
  report: () => ['--from', '2026-01-01', '--to', '2026-12-31', '--json'],
  'report tables': () => ['--json'],
  revoke: () => ['officer', '--board', 'TN', 'anna.berg@example.se'],
  'routing evaluate': () => ['test/data/routing-examples.json'],
  token: () => ['hanna.handlaggare-tn'],
  verify: () => [],
};

/** These want something else than a log as it stands: none, two, or a report that was frozen. They have tests of their own. */
const elsewhere = ['demo', 'move-log', 'report verify', 'restore'];

export const verbsOfALog = Object.keys(calls);

/** A verb of the console without a call here is missing from the tests that take every one. */
export const missingVerbs = verbs.map(({ name }) => name).filter((name) => !verbsOfALog.includes(name) && !elsewhere.includes(name));

/** @param time another one for each call */
export const callOf = (verb: string, at: { readonly folder: string; readonly reference: string; readonly time: number }): string[] => [
  ...verb.split(' '),
  ...(calls[verb]?.(at) ?? []),
];
