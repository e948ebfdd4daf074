import { figures, percentOf, type Figure, type FigureValue, type PromiseReport, type ReportGroup } from '#views';

/** A report as a person at a terminal reads it. */
export const reportInWords = ({ question, method, lastEvent, groups }: PromiseReport): string =>
  [
    `Received ${question.from} to ${question.to}, as known ${question.asOf}`,
    `Method ${method}; made of the log up to event ${lastEvent ?? 'none'}`,
    '',
    ...groups.flatMap(groupInWords),
    '',
  ].join('\n');

const groupInWords = ({ name, figures: values }: ReportGroup): string[] => [
  name.sv,
  ...(values ? values.map((value, index) => figureInWords(value, figures[index])) : ['  hidden: a small group']),
  '',
];

function figureInWords(value: FigureValue, figure: Figure | undefined): string {
  const percent = percentOf(value, figure?.unit);
  const told = value.value === null ? '–' : String(value.value);
  const title = `  ${(figure?.title.en ?? value.figure).padEnd(40)}${told.padStart(12)}`;
  return `${title}  of ${String(value.n).padEnd(8)}${percent === undefined ? '' : `${percent.toFixed(1).padStart(6)} %`}`.trimEnd();
}
