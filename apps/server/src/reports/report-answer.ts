import { figures, percentOf, type PromiseReport, type PromiseTables } from '#views';

/** A report as the API gives it: every figure with its n, every definition beside it. */
export const reportAnswer = ({ question, method, today, groups }: PromiseReport) => ({
  question: { ...question, period: question.period ?? null },
  method,
  today,
  counted: 'readable-cases',
  ...meanings,
  groups: groups.map(({ view, by, name, figures: values }) => ({
    ...{ view, by, name },
    figures: values.map((value) => ({ ...value, percent: percentOf(value, unitOf(value.figure)) ?? null })),
  })),
});

/** The tables of a year likewise. */
export const tablesAnswer = ({ question, method, releases, groups }: PromiseTables) => ({
  question,
  method,
  counted: 'all-cases',
  releases,
  ...meanings,
  groups: groups.map(({ cases, view, by, name, figures: values }) => ({
    ...{ cases, view, by, name },
    figures: values.map((value) => ({
      ...value,
      percent: percentOf(value, unitOf(value.figure)) ?? null,
      hidden: value.value === null ? 'small-group' : null,
    })),
  })),
});

const meanings = {
  goals: {
    participation: { sv: 'Delaktighet', en: 'Participation' },
    accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  },
  definitions: figures.map(({ name, goal, unit, title, definition }) => ({ figure: name, goal, unit, title, definition })),
};

const units = new Map(figures.map(({ name, unit }) => [name, unit]));
const unitOf = (figure: string) => units.get(figure);
