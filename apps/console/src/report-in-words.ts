import { figures, percentOf, type Figure, type PromiseReport, type PromiseTables } from '#views';

/** A report as a person at a terminal reads it. */
export const reportInWords = ({ question, method, groups }: PromiseReport): string =>
  [
    `Received ${question.from} to ${question.to}, as known ${question.asOf}; of the cases that are open to whoever reads for all boards`,
    `Method ${method}`,
    '',
    ...groups.flatMap(groupInWords),
    '',
  ].join('\n');

/** The tables of a year likewise. */
export const tablesInWords = ({ question, method, releases, groups }: PromiseTables): string =>
  [
    `All cases of ${question.year}, as told by ${question.asOf}: ${releases.map(({ period }) => period).join(', ') || 'nothing yet'}`,
    `Method ${method}`,
    '',
    ...groups.flatMap((group) =>
      groupInWords({ ...group, name: { sv: `${group.name.sv}, ${group.cases === 'open' ? 'öppna ärenden' : 'slutna ärenden'}` } }),
    ),
    '',
  ].join('\n');

interface Group {
  readonly name: { readonly sv: string };
  readonly figures: readonly Told[];
}

interface Told {
  readonly figure: string;
  readonly value: number | string | null;
  readonly n: number | null;
}

const groupInWords = ({ name, figures: values }: Group): string[] => {
  const isHidden = values.every(({ n }) => n === null);
  return [
    name.sv,
    ...(isHidden ? ['  hidden: a small group'] : values.map((value) => figureInWords(value, definitions.get(value.figure)))),
    '',
  ];
};

function figureInWords(told: Told, figure: Figure | undefined): string {
  const percent = percentOf(told, figure?.unit);
  const title = `  ${(figure?.title.en ?? told.figure).padEnd(40)}${String(told.value ?? '–').padStart(12)}`;
  return `${title}  of ${String(told.n ?? '–').padEnd(8)}${percent === undefined ? '' : `${percent.toFixed(1).padStart(6)} %`}`.trimEnd();
}

const definitions: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.name, figure]));
