import type { ReplayedStep } from './replayed.js';

/** A case, step by step, as a person at a terminal reads it. */
export const replayReport = (steps: readonly ReplayedStep[]): string => steps.map(stepReport).join('\n');

function stepReport({ revision, type, who, recordedAt, happened, data, state }: ReplayedStep): string {
  const fields = fieldsOf(data);
  const width = Math.max(0, ...fields.map(([name]) => name.length));
  return [
    `${String(revision).padStart(3)}  ${type}, by ${who}`,
    `     recorded ${recordedAt}, happened ${happened}`,
    ...fields.map(([name, value]) => `       ${name.padEnd(width)}  ${value}`),
    `     => ${standing(state)}`,
    '',
  ].join('\n');
}

/** Every field with its path, in one line each. */
function fieldsOf(value: object, path = ''): (readonly [name: string, value: string])[] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    typeof part === 'object' && part !== null ? fieldsOf(part, `${path}${name}.`) : [[`${path}${name}`, oneLine(String(part))] as const],
  );
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' / ');

function standing(state: Readonly<Record<string, unknown>>): string {
  const told = (name: string, before = '') => (typeof state[name] === 'string' && state[name] !== '' ? [before + state[name]] : []);
  return [
    ...told('status'),
    ...told('board', 'at '),
    ...told('to', 'offered to '),
    ...told('outcome'),
    ...told('answerDue', 'answer due '),
    ...told('officer', 'with '),
  ].join(', ');
}
