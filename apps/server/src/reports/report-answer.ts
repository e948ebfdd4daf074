import { figures, percentOf, type PromiseReport } from '#views';

/** A report as the API gives it: every figure with its n, every definition beside it. */
export const reportAnswer = ({ question, method, today, lastEvent, groups }: PromiseReport) => ({
  question: { ...question, period: question.period ?? null },
  method,
  today,
  lastEvent: lastEvent ?? null,
  goals: {
    participation: { sv: 'Delaktighet', en: 'Participation' },
    accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  },
  definitions: figures.map(({ name, goal, unit, title, definition }) => ({ figure: name, goal, unit, title, definition })),
  groups: groups.map(({ view, by, name, figures: values }) => ({
    view,
    by,
    name,
    hidden: values ? null : 'small-group',
    figures: (values ?? []).map((value, index) => ({ ...value, percent: percentOf(value, figures[index]?.unit) ?? null })),
  })),
});
