import type { RoutingFigures } from './routing-figures.js';

/** The figures as a person at a terminal reads them, with a row for each board expected and a column for each given. */
export function routingReport(figures: RoutingFigures): string {
  const { total, routable, routed, needPerson, needPersonRouted } = figures;
  return [
    `${total} messages`,
    `Coverage   ${percent(figures.coverage)}  ${routed} of ${routable} that have a board and need no person were routed`,
    `Precision  ${percent(figures.precision)}  of those came to the right board`,
    `Missed     ${percent(figures.needPersonRoutedShare)}  ${needPersonRouted} of ${needPerson} that need a person were routed without one`,
    '',
    ...tableOf(figures.confusion),
    '',
  ].join('\n');
}

const percent = (share: number | null): string => (share === null ? '      -' : `${(share * 100).toFixed(1)} %`.padStart(7));

function tableOf(confusion: RoutingFigures['confusion']): string[] {
  const expected = Object.keys(confusion).sort();
  const given = [...new Set(Object.values(confusion).flatMap((row) => Object.keys(row)))].sort();
  const width = Math.max(8, ...given.map((code) => code.length)) + 1;
  const line = (first: string, cells: readonly string[]) => first.padEnd(20) + cells.map((cell) => cell.padStart(width)).join('');
  return [
    line('expected \\ given', given),
    ...expected.map((code) =>
      line(
        code,
        given.map((other) => String(confusion[code]?.[other] ?? '·')),
      ),
    ),
  ];
}
