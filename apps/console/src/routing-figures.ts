import { externalBodyOn, signalOn, suggestRoute, type Organisation, type RouteSuggestion } from '#organisation';
import type { RoutingExample } from './routing-example.js';

/** How well routing does on messages with known answers. Shares are from 0 to 1, and null where there was nothing to share. */
export interface RoutingFigures {
  readonly total: number;
  /** Messages that have a board and need no person first. */
  readonly routable: number;
  /** Of these, how many it dared to route. */
  readonly routed: number;
  readonly coverage: number | null;
  /** The share of those routed that came to the right board. */
  readonly precision: number | null;
  readonly needPerson: number;
  readonly needPersonRouted: number;
  readonly needPersonRoutedShare: number | null;
  /** By the board expected, then by the board given; `person` and `triage` where there is none. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What was suggested for one message. */
export interface Given {
  /** Null for triage. */
  readonly boardCode: string | null;
  readonly confidence: number;
  readonly matched: readonly string[];
}

/** What routing suggests for each example, received on a date. */
export const suggestAll = (examples: readonly RoutingExample[], org: Organisation, receivedDate: string): Given[] =>
  examples.map(({ textSv }) => givenBy(suggestRoute({ text: textSv, receivedDate }, org)));

/**
 * A message needs a person if no board is responsible, if it carries a signal that stops, or if an external body is responsible. A signal that
 * only informs changes nothing.
 */
export const needsPerson = ({ boardCode, special }: RoutingExample, org: Organisation, date: string): boolean =>
  boardCode === null ||
  (special !== null && (signalOn(org, special, date)?.stops === true || externalBodyOn(org, special, date) !== undefined));

/** Compares what was given with what was expected; both in the same order. */
export function figuresOf(examples: readonly RoutingExample[], given: readonly Given[], mustNotRoute: readonly boolean[]): RoutingFigures {
  const rows = examples.map((example, index) => ({
    expected: mustNotRoute[index] === true ? null : example.boardCode,
    given: given[index]?.boardCode ?? null,
  }));
  const routable = rows.filter(({ expected }) => expected !== null);
  const routed = routable.filter((row) => row.given !== null);
  const needing = rows.filter(({ expected }) => expected === null);
  const needingRouted = needing.filter((row) => row.given !== null);
  return {
    total: rows.length,
    routable: routable.length,
    routed: routed.length,
    coverage: share(routed.length, routable.length),
    precision: share(routed.filter((row) => row.given === row.expected).length, routed.length),
    needPerson: needing.length,
    needPersonRouted: needingRouted.length,
    needPersonRoutedShare: share(needingRouted.length, needing.length),
    confusion: confusionOf(rows),
  };
}

const givenBy = ({ decision, boardCode, confidence, matched }: RouteSuggestion): Given => ({
  boardCode: decision === 'route' ? boardCode : null,
  confidence,
  matched,
});

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function confusionOf(rows: readonly { expected: string | null; given: string | null }[]): Record<string, Record<string, number>> {
  const confusion: Record<string, Record<string, number>> = {};
  for (const { expected, given } of rows) {
    const row = (confusion[expected ?? 'person'] ??= {});
    row[given ?? 'triage'] = (row[given ?? 'triage'] ?? 0) + 1;
  }
  return confusion;
}
