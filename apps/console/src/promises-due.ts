import { parseArgs } from 'node:util';
import { readOrganisationFolder } from '#node';
import { calendarOf, emptyOrganisation, evolveOrganisation } from '#organisation';
import { CalendarEnds, dueDate, isCalendarDay, type CountedDay, type Due, type Term } from '#promises';
import { defaultOrganisationFolder } from './organisation-folder.js';
import { CannotDo, WrongUse, type Print } from './verb.js';

export const name = 'promises due';

export const summary = 'Computes a due date and explains every day on the way to it';

export const help = `synpunkter promises due --received <date> --unit <unit> --term <n> [--roll] [--json]

The day of receipt is not counted; the term ends with the due date's local day. Needs neither log nor server. Swedish calendar,
2018 to 2060.

  --received <date>   the day the term is counted from, as in 2026-11-26
  --unit <unit>       workingDays, calendarDays, weeks or months
  --term <n>          how many of them; 0 is the day itself
  --roll              a date that is not a working day moves to the next one
  --json              { "due", "days": [{ "date", "counted", "why" }] }

  synpunkter promises due --received 2026-12-10 --unit calendarDays --term 14 --roll
`;

const units: readonly Term['unit'][] = ['workingDays', 'calendarDays', 'weeks', 'months'];

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      received: { type: 'string' },
      unit: { type: 'string' },
      term: { type: 'string' },
      roll: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const due = await compute(dateOf(values.received), { unit: unitOf(values.unit), count: countOf(values.term), roll: values.roll });
  print(values.json ? `${JSON.stringify(due, null, 2)}\n` : report(due));
  return 0;
}

async function compute(received: string, term: Term): Promise<Due> {
  const facts = await readOrganisationFolder(defaultOrganisationFolder);
  try {
    return dueDate(received, term, calendarOf(facts.reduce(evolveOrganisation, emptyOrganisation)));
  } catch (error) {
    if (error instanceof CalendarEnds) throw new CannotDo(`No working-day calendar is published for ${error.date}.`);
    throw error;
  }
}

function dateOf(received = ''): string {
  if (!isCalendarDay(received)) throw new WrongUse('Name the day of receipt, as in --received 2026-11-26.');
  return received;
}

function unitOf(asked = ''): Term['unit'] {
  const unit = units.find((one) => one === asked);
  if (!unit) throw new WrongUse(`Name the unit: --unit ${units.join(', ')}.`);
  return unit;
}

function countOf(term = ''): number {
  if (!/^\d{1,4}$/.test(term)) throw new WrongUse('Name the term, a whole number: --term 14.');
  return Number(term);
}

function report({ due, days }: Due): string {
  const rows = days.map(({ date, counted, why }, index) => {
    const number = days.slice(0, index + 1).filter((day) => day.counted).length;
    return `  ${date}  ${counted ? String(number).padStart(3) : '   '}  ${why === undefined ? '' : words(why)}`.trimEnd();
  });
  return [`Due ${due}`, '', ...rows, ''].join('\n');
}

const words = (why: NonNullable<CountedDay['why']>): string =>
  ({ receipt: 'day of receipt, not counted', weekend: 'weekend', rolled: 'the next working day' })[why] ?? why;
